package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.AudienceCount;
import org.enlacehub.audience.Audiences;
import org.enlacehub.audience.QueryError;
import org.enlacehub.audience.SavedAudiences;
import org.enlacehub.campaign.Calendars;
import org.enlacehub.campaign.CampaignDefinition;
import org.enlacehub.campaign.CampaignReader;
import org.enlacehub.campaign.DefinitionTree;
import org.enlacehub.campaign.Forecasts;
import org.enlacehub.campaign.Samples;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.contact.FieldType;
import org.enlacehub.delivery.Prices;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.template.Template;
import org.enlacehub.template.Templates;
import org.enlacehub.template.Variable;
import org.enlacehub.triage.Triage;
import org.enlacehub.template.web.SmsCount;

/** Makes the form of a campaign and what stands beside it; a file and a form are two views of the same definition. */
@Singleton
class CampaignEditor {
  private static final int STARTS = 3;
  private static final List<String> LANGUAGES = List.of("es", "en");
  /** Fields of the second of two texts begin with it. */
  private static final String SECOND = "against.";
  private static final Set<String> OF_A_CONTACT = Set.of("name", "given_name", "family_name", "city", "country", "area", "postal_code");
  private final CampaignReader reader;
  private final Templates templates;
  private final ContactFields contactFields;
  private final Audiences audiences;
  private final Prices prices;
  private final Forecasts forecasts;
  private final Calendars calendars;
  private final Consulates consulates;
  private final Triage triage;
  private final SavedAudiences saved;

  CampaignEditor(CampaignReader reader, Templates templates, ContactFields contactFields, Audiences audiences, Prices prices,
      Forecasts forecasts, Calendars calendars, Consulates consulates, Triage triage, SavedAudiences saved) {
    this.reader = reader;
    this.templates = templates;
    this.contactFields = contactFields;
    this.audiences = audiences;
    this.prices = prices;
    this.forecasts = forecasts;
    this.calendars = calendars;
    this.consulates = consulates;
    this.triage = triage;
    this.saved = saved;
  }

  /** An empty form, with what is usual. */
  FormPage blank(Actor actor) {
    return page(actor, null, Map.of("purpose", "information", "content", "template", "channel.1", "whatsapp", "channel.2", "sms", "channel.3",
        "email", "fallbackAfter", "4h", "schedule", "now", "zone", "recipient", "approvals", "1", "expires", "48h"), List.of());
  }

  FormPage page(Actor actor, @Nullable String slug, Map<String, String> fields, List<Finding> errors) {
    return new FormPage(slug, fields, errors, choices(actor), variables(fields), look(fields, null));
  }

  private FormChoices choices(Actor actor) {
    var missions = new LinkedHashMap<String, String>();
    consulates.all().forEach(c -> missions.put(c.code(), c.name()));
    return new FormChoices(templates.all(), contactFields.all().stream().filter(f -> f.type() == FieldType.DATE && !f.secret()).map(f -> f.name()).toList(),
        triage.topics(), missions, saved.visible(actor.scope()));
  }

  /** The form of a file's text; empty when the text has errors, which {@code findings} tells. */
  Optional<Map<String, String>> fields(String source, Findings findings) {
    return reader.read(source, "campaign", findings).map(DefinitionTree::of).map(FormTree::fields);
  }

  /** The text of the file that a form makes; its id follows from the Spanish title where none was given. */
  String source(Map<String, String> fields) {
    var tree = FormTree.tree(fields);
    if (!tree.containsKey("id") && !fields.getOrDefault("title.es", "").isBlank()) {
      var with = new LinkedHashMap<String, Object>();
      with.put("id", slug(fields.get("title.es")));
      with.putAll(tree);
      return DefinitionTree.text(with);
    }
    return DefinitionTree.text(tree);
  }

  private static String slug(String title) {
    var plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return plain.substring(0, Math.min(50, plain.length())).replaceAll("-+$", "");
  }

  /** @param cheaper the field of a text that is to be spelled cheaper; null for none */
  LookPart look(Map<String, String> fields, @Nullable String cheaper) {
    var spelled = new TreeMap<String, String>();
    var now = new LinkedHashMap<>(fields);
    if (cheaper != null && LANGUAGES.stream().anyMatch(l -> cheaper.equals("text." + l) || cheaper.equals(SECOND + "text." + l))) {
      var better = SmsCount.of(fields.getOrDefault(cheaper, "")).cheaper();
      spelled.put(cheaper, better == null ? fields.getOrDefault(cheaper, "") : better);
      now.putAll(spelled);
    }
    var findings = new Findings();
    var definition = reader.read(source(now), "campaign", findings);
    var messages = Stream.of("", SECOND).flatMap(prefix -> messages(now, prefix).stream()).toList();
    var count = count(now.getOrDefault("audience", ""));
    return new LookPart(messages, count.map(AudienceCount::count).orElse(null), count.map(CampaignEditor::byChannel).orElse(Map.of()),
        definition.map(d -> forecasts.atAGlance(d).cost()).orElse(null), prices.currency(),
        definition.map(d -> calendars.upcoming(d.schedule(), STARTS)).orElse(List.of()), findings.all(), spelled);
  }

  /** The messages of one text. @param prefix of its fields: empty, or that of the second text */
  private List<LookPart.Message> messages(Map<String, String> fields, String prefix) {
    var template = templates.find(fields.getOrDefault(prefix + "template", ""));
    boolean written = prefix.isEmpty() ? !fields.getOrDefault("content", "").equals("template") : fields.getOrDefault(prefix + "template", "").isEmpty();
    return written ? written(fields, prefix) : template.map(t -> templated(fields, t, prefix)).orElse(List.of());
  }

  private static List<LookPart.Message> templated(Map<String, String> fields, Template template, String prefix) {
    return Samples.of(template, channels(fields), values(fields, prefix)).stream().map(r -> new LookPart.Message(!prefix.isEmpty(), r.channel().code(),
        r.language(), r.subject(), r.body(), r.channel() == Channel.SMS ? SmsCount.of(r.body()) : null, null)).toList();
  }

  /** A second text without values of its own has those of the first. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> values(Map<String, String> fields, String prefix) {
    var tree = FormTree.tree(fields);
    var own = prefix.isEmpty() ? tree : (Map<String, Object>) tree.getOrDefault("against", Map.of());
    return (Map<String, Object>) own.getOrDefault("values", tree.getOrDefault("values", Map.of()));
  }

  private static List<LookPart.Message> written(Map<String, String> fields, String prefix) {
    var all = new ArrayList<LookPart.Message>();
    for (var channel : channels(fields)) {
      for (var language : LANGUAGES) {
        var field = prefix + "text." + language;
        var text = fields.getOrDefault(field, "").replace("\r\n", "\n").strip();
        if (!text.isEmpty()) {
          all.add(new LookPart.Message(!prefix.isEmpty(), channel.code(), language, null, text, channel == Channel.SMS ? SmsCount.of(text) : null, field));
        }
      }
    }
    return all;
  }

  private static List<Channel> channels(Map<String, String> fields) {
    return List.of("channel.1", "channel.2", "channel.3").stream().map(n -> Channel.parse(fields.getOrDefault(n, "")))
        .flatMap(Optional::stream).distinct().toList();
  }

  private Optional<AudienceCount> count(String query) {
    try {
      return query.isBlank() ? Optional.empty() : Optional.of(audiences.count(query, new DeskScope.All()));
    } catch (QueryError e) {
      // The findings tell where it fails.
      return Optional.empty();
    }
  }

  private static Map<String, Long> byChannel(AudienceCount count) {
    return count.byChannel().entrySet().stream().collect(Collectors.toMap(e -> e.getKey().code(), Map.Entry::getValue, (a, _) -> a, TreeMap::new));
  }

  /** Those that a campaign fills in, for its own text and what an invitation answers: neither the contact nor the mission does. */
  private List<Variable> variables(Map<String, String> fields) {
    var names = new LinkedHashSet<String>();
    if (!fields.getOrDefault("content", "template").equals("text")) {
      names.add(fields.getOrDefault("template", ""));
    }
    if (fields.keySet().stream().anyMatch(name -> name.startsWith("rsvp.") && !fields.get(name).isBlank())) {
      names.addAll(CampaignDefinition.CONFIRMATIONS);
    }
    var all = new LinkedHashMap<String, Variable>();
    names.stream().flatMap(name -> templates.find(name).stream()).flatMap(template -> template.variables().stream())
        .filter(v -> !v.shared() && !OF_A_CONTACT.contains(v.name()) && contactFields.find(v.name()).isEmpty()).forEach(v -> all.putIfAbsent(v.name(), v));
    return List.copyOf(all.values());
  }
}
