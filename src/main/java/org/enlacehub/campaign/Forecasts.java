package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.Audiences;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Recipient;
import org.enlacehub.contact.Recipients;
import org.enlacehub.delivery.ExpandCampaign;
import org.enlacehub.delivery.Prices;
import org.enlacehub.delivery.QuietHours;
import org.enlacehub.delivery.Spread;
import org.enlacehub.template.NoSuchText;
import org.enlacehub.template.StandardValues;
import org.enlacehub.template.TemplateVersions;
import org.enlacehub.template.ValuesRefused;
import org.enlacehub.template.sms.SmsText;
import org.enlacehub.template.whatsapp.Registrations;

/** Tells before a campaign leaves whom it will reach, what it will cost and when it will be done. Sends and stores nothing. */
@Singleton
public class Forecasts {
  /** People who are looked at; more would not change what a person decides. */
  private static final int LOOKED_AT = 2_000;
  /** Fewer, while an author is still writing. */
  private static final int AT_A_GLANCE = 200;
  private static final String USUAL_LANGUAGE = "es";
  private final Definitions definitions;
  private final Planner planner;
  private final Audiences audiences;
  private final Recipients recipients;
  private final TemplateVersions templates;
  private final Registrations registrations;
  private final StandardValues standard;
  private final Senders senders;
  private final Prices prices;
  private final QuietHours quiet;
  private final Replies replies;
  private final Smoothing smoothing;
  private final Clock clock;

  Forecasts(Definitions definitions, Planner planner, Audiences audiences, Recipients recipients, TemplateVersions templates,
      Registrations registrations, StandardValues standard, Senders senders, Prices prices, QuietHours quiet, Replies replies,
      Smoothing smoothing, Clock clock) {
    this.definitions = definitions;
    this.planner = planner;
    this.audiences = audiences;
    this.recipients = recipients;
    this.templates = templates;
    this.registrations = registrations;
    this.standard = standard;
    this.senders = senders;
    this.prices = prices;
    this.quiet = quiet;
    this.replies = replies;
    this.smoothing = smoothing;
    this.clock = clock;
  }

  /** @throws org.enlacehub.audience.QueryError when the audience asks for what is gone */
  public Forecast of(Campaign campaign) {
    return of(definitions.of(campaign), campaign, LOOKED_AT);
  }

  /** As {@link #of(Campaign)}, quicker and rougher, for a definition that is being written. @throws org.enlacehub.audience.QueryError */
  public Forecast atAGlance(CampaignDefinition definition) {
    return of(definition, null, AT_A_GLANCE);
  }

  /** @param campaign whose texts were approved; null for one that is being written */
  private Forecast of(CampaignDefinition definition, @Nullable Campaign campaign, int most) {
    var scope = new DeskScope.All();
    long people = audiences.count(definition.audience(), scope).count();
    var looked = recipients.read(audiences.spread(definition.audience(), scope, most)).values();
    var start = planner.first(definition.schedule(), clock.instant()).orElseGet(clock::instant);
    var zones = looked.stream().map(Recipient::zone).filter(Objects::nonNull).map(Object::toString).distinct().toList();
    var plan = new Plan(definition, campaign, planner.due(definition.schedule(), start, zones),
        smoothing.spread(definition, people, served(looked, looked.isEmpty() ? 1 : (double) people / looked.size())));
    var tally = new Tally();
    looked.forEach(person -> add(person, plan, tally));
    return tally.forecast(new Tally.Whole(people, looked.size(), prices.currency(), this::sending, smoothing::answersPerHour, definition.answerable()),
        replies.share());
  }

  /** People by the mission that serves them, projected from those who were looked at. */
  private static Map<String, Long> served(Collection<Recipient> looked, double scale) {
    return looked.stream().filter(person -> person.consulate() != null).collect(Collectors.groupingBy(Recipient::consulate,
        Collectors.collectingAndThen(Collectors.counting(), n -> Math.round(n * scale))));
  }

  /** What holds for everybody. */
  private record Plan(CampaignDefinition definition, @Nullable Campaign campaign, ExpandCampaign.Due due, Spread spread) {

    /** Whether a person gets the second of two texts. */
    boolean second(Recipient person) {
      return definition.second(person.contactId(), campaign == null ? 0 : campaign.id());
    }

    @Nullable String version(boolean second) {
      return campaign == null ? null : campaign.versionOf(second);
    }
  }

  /** How many segments a person's text takes, in which language; or why it cannot be written. */
  private record Text(String language, Integer segments, boolean approvedTemplate) {}

  private void add(Recipient person, Plan plan, Tally tally) {
    var refusals = new ArrayList<String>();
    for (var channel : plan.definition().channels()) {
      if (!senders.has(channel)) {
        refusals.add("no_sender");
      } else if (person.destination(channel, plan.definition().purpose()).isEmpty()) {
        person.destinations().forEach(d -> refusals.add(d.reason(channel, plan.definition().purpose())));
      } else {
        try {
          var text = text(person, channel, plan);
          if (channel != Channel.WHATSAPP || text.approvedTemplate()) {
            tally.reach(new Tally.Reached(channel, text.language(), person.consulate(), text.segments(),
                prices.of(channel, person.country(), text.segments()), at(person, plan)));
            return;
          }
          refusals.add("window_closed");
        } catch (ValuesRefused e) {
          tally.leaveOut("values_missing", String.join(", ", new TreeSet<>(e.missing())));
          return;
        } catch (NoSuchText e) {
          refusals.add("no_text");
        }
      }
    }
    tally.leaveOut(reason(refusals), null);
  }

  /** The reason that a person could do most about. */
  private static String reason(List<String> refusals) {
    if (refusals.contains("suppressed") || refusals.contains("consent-withdrawn")) {
      return "opted_out";
    }
    if (refusals.contains("no-consent")) {
      return "no_consent";
    }
    return List.of("window_closed", "no_sender", "no_text").stream().filter(refusals::contains).findFirst().orElse("no_address");
  }

  private Text text(Recipient person, Channel channel, Plan plan) {
    var language = person.language() == null ? USUAL_LANGUAGE : person.language();
    boolean second = plan.second(person);
    var wording = plan.definition().wording(second);
    if (wording.template() == null) {
      var texts = wording.text();
      var in = texts.containsKey(language) ? language : USUAL_LANGUAGE;
      return new Text(in, channel == Channel.SMS ? SmsText.measure(texts.get(in)).segments() : null, false);
    }
    var values = new HashMap<String, Object>(standard.of(person));
    wording.values().forEach((name, value) -> {
      if (!Gaps.in(value)) {
        values.put(name, value);
      }
    });
    var rendered = templates.at(wording.template(), plan.version(second)).render(language, channel, values);
    return new Text(rendered.language(), rendered.segments() == null ? null : rendered.segments().segments(), registrations.approved(rendered).isPresent());
  }

  /** When the person's message is due at the latest, outside their quiet hours. */
  private Instant at(Recipient person, Plan plan) {
    var place = plan.due().by() == ExpandCampaign.Place.CONSULATE ? person.consulate() : Objects.toString(person.zone(), null);
    var due = place == null ? plan.due().usual() : plan.due().at().getOrDefault(place, plan.due().usual());
    var from = due.isBefore(clock.instant()) ? clock.instant() : due;
    return quiet.next(plan.spread().last(person.consulate(), from), plan.definition().quiet(), person.country(), person.zone());
  }

  /** How long the senders of a channel need for so many messages. */
  private Duration sending(Channel channel, long messages) {
    var pool = senders.pool(channel, null, null);
    long perSecond = pool.stream().mapToLong(Sender::perSecond).sum();
    return pool.stream().anyMatch(s -> s.perSecond() == 0) || perSecond == 0 ? Duration.ZERO : Duration.ofSeconds(messages / perSecond);
  }
}
