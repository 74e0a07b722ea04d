package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.enlacehub.audience.AudienceSyntax;
import org.enlacehub.audience.QueryError;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.contact.FieldType;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.platform.config.YamlMap;
import org.enlacehub.template.StandardValues;
import org.enlacehub.template.Template;
import org.enlacehub.template.Templates;
import org.enlacehub.template.ValuesRefused;
import org.enlacehub.template.Variable;

/** Checks that need the configuration only, and no database: templates, declared fields, the grammar of audiences. */
class TemplateChecks implements CampaignChecks {
  /** What every contact may hold beside the declared fields, as message texts call it. */
  private static final Set<String> OF_A_CONTACT = Set.of("name", "given_name", "family_name", "city", "country", "area", "postal_code");
  private final Templates templates;
  private final ContactFields fields;
  private final Codes codes;

  TemplateChecks(Templates templates, ContactFields fields, Codes codes) {
    this.templates = templates;
    this.fields = fields;
    this.codes = codes;
  }

  /** Services that triage knows, and missions. */
  record Codes(List<String> topics, List<String> missions) {}

  @Override
  public void template(YamlMap campaign, String name, List<Channel> channels, List<String> languages, Map<String, Object> values) {
    var found = templates.find(name);
    if (found.isEmpty()) {
      campaign.report("template", "There is no template '" + name + "'.",
          templates.nearest(name).map(n -> "Did you mean '" + n + "'?").orElse("Create the folder templates/" + name + "."));
      return;
    }
    var template = found.get();
    var at = campaign.map("values").orElse(campaign);
    if (at != campaign) {
      names(template, campaign.has("rsvp") ? templates.all().stream().filter(t -> RsvpNotes.TEMPLATES.contains(t.name())).toList() : List.of(), at);
    }
    fits(template, campaign, at, new Messages(channels, languages, values));
  }

  /** What is to be sent. */
  private record Messages(List<Channel> channels, List<String> languages, Map<String, Object> values) {}

  private void fits(Template template, YamlMap campaign, YamlMap at, Messages asked) {
    var values = asked.values();
    var name = template.name();
    var missing = new TreeSet<String>();
    var unusable = new TreeMap<String, String>();
    for (var channel : asked.channels()) {
      for (var language : asked.languages()) {
        if (template.languages(channel).contains(language)) {
          missing.addAll(template.missing(language, channel, given(template, language, values)));
          render(template, campaign, unusable, new Asked(channel, language, values));
        } else {
          campaign.report("template", "The template '" + name + "' has no text for " + channel.code() + " in '" + language + "'.",
              "Write it, or leave the channel out of 'channels'.");
        }
      }
    }
    unusable.forEach((variable, reason) -> at.report(variable, "The value of '" + variable + "' " + reason + ".", "Correct it."));
    missing.forEach(variable -> campaign.report("values", "The template '" + name + "' needs a value for '" + variable + "'.",
        "Add '" + variable + ": …' below 'values'."));
  }

  /** One text that people will get. */
  private record Asked(Channel channel, String language, Map<String, Object> values) {}

  @Override
  public void confirmations(YamlMap campaign, List<Channel> channels, List<String> languages, Map<String, Object> values) {
    var at = campaign.map("values").orElse(campaign);
    for (var name : RsvpNotes.TEMPLATES) {
      templates.find(name).ifPresentOrElse(template -> fits(template, campaign, at, new Messages(channels, languages, values)),
          () -> campaign.report("rsvp", "An invitation needs the template '" + name + "'.", "Create the folder templates/" + name + "."));
    }
  }

  private static void names(Template template, List<Template> others, YamlMap at) {
    var known = Stream.concat(Stream.of(template), others.stream()).flatMap(t -> t.variables().stream()).map(Variable::name).distinct().toList();
    at.keys().stream().filter(n -> !known.contains(n)).forEach(n -> at.report(n, "The template '" + template.name()
        + "' has no variable '" + n + "'.", Spelling.nearest(n, known).map(near -> "Did you mean '" + near + "'?").orElse("Remove it.")));
  }

  /** The campaign's own values, and something for each that the contact or the mission will give. */
  private Map<String, Object> given(Template template, String language, Map<String, Object> values) {
    var given = new HashMap<String, Object>();
    var samples = template.samples(language);
    var provided = new HashSet<>(OF_A_CONTACT);
    provided.addAll(StandardValues.OF_A_PERSON);
    fields.all().forEach(f -> provided.add(f.name()));
    provided.forEach(n -> given.put(n, samples.getOrDefault(n, n)));
    given.putAll(values);
    return given;
  }

  /** @param unusable variables whose value cannot be used, with the reason; added to */
  private static void render(Template template, YamlMap campaign, Map<String, String> unusable, Asked asked) {
    var filled = Samples.filled(template, asked.language(), asked.values());
    try {
      var rendered = template.render(asked.language(), asked.channel(), filled);
      int most = template.head().maxSegments();
      if (rendered.segments() != null && rendered.segments().segments() > most) {
        campaign.report("values", "With these values the SMS in '" + asked.language() + "' takes " + rendered.segments().segments()
            + " segments; the template allows " + most + ".", "Write shorter values.");
      }
    } catch (ValuesRefused e) {
      e.refusals().forEach(r -> unusable.put(r.variable(), r.reason()));
    }
  }

  @Override
  public void audience(YamlMap campaign, String query) {
    try {
      AudienceSyntax.check(query);
    } catch (QueryError e) {
      report(campaign, e);
    }
  }

  @Override
  public void date(YamlMap schedule, String field) {
    var dates = fields.all().stream().filter(f -> f.type() == FieldType.DATE && !f.secret()).map(f -> f.name()).toList();
    if (!dates.contains(field)) {
      schedule.report("relativeTo", "No contact has a date '" + field + "'.", Spelling.nearest(field, dates)
          .map(n -> "Did you mean '" + n + "'?").orElse("Use one of: " + String.join(", ", dates) + "."));
    }
  }

  @Override
  public void answeredBy(YamlMap reply, @Nullable String topic, @Nullable String desk) {
    code(reply, "topic", topic, codes.topics());
    code(reply, "desk", desk, codes.missions());
  }

  private static void code(YamlMap reply, String key, @Nullable String code, List<String> known) {
    if (code != null && !known.contains(code)) {
      reply.report(key, "There is no " + key + " '" + code + "'.", Spelling.nearest(code, known).map(n -> "Did you mean '" + n + "'?")
          .orElse("Use one of: " + String.join(", ", known) + "."));
    }
  }

  static void report(YamlMap campaign, QueryError e) {
    for (var at : e.errors()) {
      campaign.report("audience", "The audience cannot be read at character " + (at.offset() + 1) + ": " + at.message(),
          at.suggestion() == null ? "Correct it there." : "Did you mean '" + at.suggestion() + "'?");
    }
  }
}
