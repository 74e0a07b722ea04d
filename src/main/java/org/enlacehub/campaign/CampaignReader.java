package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.delivery.Quiet;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads a campaign from YAML or JSON (which is YAML too) and reports everything that is wrong with it. */
public final class CampaignReader {
  static final List<String> LANGUAGES = List.of("es", "en");
  private static final int MOST_APPROVALS = 5;
  private static final int MOST_OF_A_HUNDRED = 99;
  private static final long HALF = 50;
  private static final String DAY = "d";
  private final CampaignChecks checks;

  public CampaignReader(CampaignChecks checks) {
    this.checks = checks;
  }

  /** The definition; empty when anything is wrong, which {@code findings} tells. */
  public Optional<CampaignDefinition> read(String source, String display, Findings findings) {
    var own = new Findings();
    var read = YamlFile.parse(source, display, 1, own).map(map -> definition(map));
    own.all().forEach(f -> findings.add(f.file(), f.line(), f.field(), f.message(), f.remedy()));
    return own.isEmpty() ? read : Optional.empty();
  }

  private CampaignDefinition definition(YamlMap map) {
    map.allowOnly("id", "title", "purpose", "audience", "template", "text", "values", "channels", "fallbackAfter", "schedule",
        "quietHours", "pace", "budget", "approvals", "expires", "expects", "repeat", "against", "reply", "rsvp");
    var id = map.requiredText("id");
    if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9-]{1,58}")) {
      map.report("id", "'" + id + "' is no id.", "Use small letters, digits and hyphens, 2 to 59 of them.");
    }
    var purpose = purpose(map);
    var channels = channels(map);
    var audience = map.requiredText("audience");
    var wording = wording(map, channels, ValuesReader.read(map));
    if (!audience.isEmpty() && !Gaps.in(audience)) {
      checks.audience(map, audience);
    }
    var pace = map.map("pace");
    pace.ifPresent(p -> p.allowOnly("perSecond", "spreadOver", "answerable"));
    var budget = map.map("budget");
    budget.ifPresent(b -> {
      b.allowOnly("amount", "currency");
      b.requiredText("amount");
    });
    return new CampaignDefinition(id, new TreeMap<>(title(map)), purpose, audience, wording, channels,
        duration(map, "fallbackAfter").orElse(null), ScheduleReader.read(map, checks), quiet(map, purpose),
        pace.flatMap(p -> duration(p, "spreadOver")).orElse(Duration.ZERO),
        pace.flatMap(p -> p.number("perSecond", 1, 1_000_000)).orElse(0L).intValue(),
        pace.flatMap(p -> p.flag("answerable")).orElse(false), budget.flatMap(b -> b.decimal("amount", 0, 10_000_000)).map(BigDecimal::valueOf).orElse(null),
        budget.map(b -> b.text("currency").orElse("USD")).orElse(null), approvals(map, purpose), duration(map, "expires").orElse(null),
        !map.isMap("schedule") || map.map("schedule").flatMap(s -> s.oneOf("missed", "late", "skip")).filter("skip"::equals).isEmpty(),
        map.number("expects", 1, 100_000_000).orElse(null), map.flag("repeat").orElse(false),
        against(map, channels, wording.values()), ReplyReader.reply(map, checks), ReplyReader.rsvp(map, channels, wording.values(), checks));
  }

  private Wording wording(YamlMap map, List<Channel> channels, Map<String, Object> values) {
    var template = map.text("template").orElse(null);
    var text = map.textMap("text");
    if ((template == null) == text.isEmpty()) {
      map.report("template", "A campaign has a template or a text, and not both.", "Add 'template: name' or 'text: {es: …, en: …}'.");
    } else if (template == null) {
      LANGUAGES.stream().filter(l -> text.getOrDefault(l, "").isBlank()).forEach(l ->
          map.report("text", "The text is missing in '" + l + "'.", "Write it in Spanish and English at least."));
    } else {
      checks.template(map, template, channels, LANGUAGES, values);
    }
    return new Wording(template, text, values);
  }

  /** Null without a second text, which has the values of the first unless it has its own. */
  private @Nullable Against against(YamlMap campaign, List<Channel> channels, Map<String, Object> values) {
    return campaign.map("against").map(map -> {
      map.allowOnly("template", "text", "values", "share");
      return new Against(wording(map, channels, map.has("values") ? ValuesReader.read(map) : values),
          map.number("share", 1, MOST_OF_A_HUNDRED).orElse(HALF).intValue());
    }).orElse(null);
  }

  private static Map<String, String> title(YamlMap map) {
    if (!map.has("title")) {
      map.report("title", "The key 'title' is missing.", "Add 'title: {es: …, en: …}'.");
      return Map.of();
    }
    return map.isMap("title") ? map.textMap("title") : Map.of("es", map.requiredText("title"));
  }

  private static Purpose purpose(YamlMap map) {
    if (!map.has("purpose")) {
      map.report("purpose", "The key 'purpose' is missing.", "Use service, information or emergency.");
    }
    return map.oneOf("purpose", "service", "information", "emergency").flatMap(Purpose::parse).orElse(Purpose.INFORMATION);
  }

  private static List<Channel> channels(YamlMap map) {
    var channels = new ArrayList<Channel>();
    for (var item : map.located("channels")) {
      var channel = Channel.parse(item.text());
      if (channel.isEmpty()) {
        map.report("channels", "'" + item.text() + "' is no channel.", "Use sms, whatsapp and email.");
      } else if (channels.contains(channel.get())) {
        map.report("channels", "The channel '" + item.text() + "' stands twice.", "Keep one.");
      } else {
        channels.add(channel.get());
      }
    }
    if (channels.isEmpty() && map.located("channels").isEmpty()) {
      map.report("channels", "There is no channel.", "Write them in order of preference: [whatsapp, sms, email].");
    }
    return channels;
  }

  private static int approvals(YamlMap map, Purpose purpose) {
    int approvals = map.number("approvals", 0, MOST_APPROVALS).orElse(purpose == Purpose.SERVICE ? 0L : 1L).intValue();
    if (approvals == 0 && purpose != Purpose.SERVICE) {
      map.report("approvals", "Only a service campaign may go without approval.", "Ask for 1 at least.");
    }
    return approvals;
  }

  private static Quiet quiet(YamlMap map, Purpose purpose) {
    if (!map.has("quietHours")) {
      return purpose == Purpose.EMERGENCY ? Quiet.NONE : Quiet.OF_COUNTRY;
    }
    if (!map.isMap("quietHours")) {
      if (map.oneOf("quietHours", "none").isPresent() && purpose == Purpose.INFORMATION) {
        map.report("quietHours", "An information campaign has quiet hours.", "Only service and emergency may say none.");
      }
      return Quiet.NONE;
    }
    var hours = map.map("quietHours").orElseThrow();
    hours.allowOnly("from", "to");
    var from = time(hours, "from");
    var to = time(hours, "to");
    return from == null || to == null ? Quiet.OF_COUNTRY : new Quiet.Hours(from, to);
  }

  private static @Nullable LocalTime time(YamlMap map, String key) {
    var text = map.requiredText(key);
    try {
      return text.isEmpty() ? null : LocalTime.parse(text);
    } catch (DateTimeException e) {
      map.report(key, "'" + text + "' is no time of day.", "Write it in quotes as \"20:00\".");
      return null;
    }
  }

  static Optional<Duration> duration(YamlMap map, String key) {
    return map.text(key).flatMap(text -> {
      if (text.matches("\\d{1,5}[mhd]")) {
        return Optional.of(Duration.parse(text.endsWith(DAY) ? "P" + text.toUpperCase(Locale.ROOT) : "PT" + text.toUpperCase(Locale.ROOT)));
      }
      map.report(key, "'" + text + "' is no length of time.", "Write minutes, hours or days: 30m, 4h, 2d.");
      return Optional.empty();
    });
  }
}
