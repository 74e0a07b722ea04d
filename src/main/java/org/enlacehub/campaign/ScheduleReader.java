package org.enlacehub.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code schedule} of a campaign: {@code now}, a moment, a recurrence rule, or days from a date of each contact. */
final class ScheduleReader {
  private static final int MOST_DAYS = 3_650;
  private static final LocalTime USUAL = LocalTime.of(10, 0);

  private ScheduleReader() {}

  static Schedule read(YamlMap campaign, CampaignChecks checks) {
    if (!campaign.has("schedule")) {
      return new Schedule.Now();
    }
    if (!campaign.isMap("schedule")) {
      campaign.oneOf("schedule", "now");
      return new Schedule.Now();
    }
    var map = campaign.map("schedule").orElseThrow();
    map.allowOnly("at", "zone", "rrule", "start", "exceptions", "relativeTo", "offsets", "missed");
    var zone = zone(map);
    if (map.has("relativeTo")) {
      var field = map.requiredText("relativeTo");
      checks.date(map, field);
      return new Schedule.Relative(field, offsets(map), time(map), zone);
    }
    if (map.has("rrule")) {
      return new Schedule.Recurring(rule(map), date(map, "start").orElse(null), time(map), zone, exceptions(map));
    }
    return moment(map).<Schedule>map(at -> new Schedule.Once(at, zone)).orElseGet(Schedule.Now::new);
  }

  private static String zone(YamlMap map) {
    var zone = map.text("zone").orElse(Schedule.RECIPIENT);
    if (!zone.equals(Schedule.RECIPIENT) && !zone.equals(Schedule.CONSULATE) && !ZoneId.getAvailableZoneIds().contains(zone)) {
      map.report("zone", "'" + zone + "' is no time zone.", "Write recipient, consulate or a zone such as America/Guatemala.");
      return Schedule.RECIPIENT;
    }
    return zone;
  }

  private static Optional<LocalDateTime> moment(YamlMap map) {
    var text = map.requiredText("at");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
    } catch (DateTimeException e) {
      map.report("at", "'" + text + "' is no moment.", "Write it as 2027-01-15T10:00.");
      return Optional.empty();
    }
  }

  private static LocalTime time(YamlMap map) {
    var text = map.text("at").orElse(USUAL.toString());
    try {
      // YAML reads 10:00 without quotes as the number 600, in sixties.
      return text.matches("\\d{1,4}") ? LocalTime.ofSecondOfDay(Integer.parseInt(text) * 60L) : LocalTime.parse(text);
    } catch (DateTimeException e) {
      map.report("at", "'" + text + "' is no time of day.", "Write it in quotes as \"10:00\".");
      return USUAL;
    }
  }

  private static List<Integer> offsets(YamlMap map) {
    var days = new ArrayList<Integer>();
    for (var item : map.located("offsets")) {
      if (item.text().matches("[+-]?\\d{1,4}d?") && Math.abs(Integer.parseInt(item.text().replace("d", ""))) <= MOST_DAYS) {
        days.add(Integer.parseInt(item.text().replace("d", "")));
      } else {
        map.report("offsets", "'" + item.text() + "' is no number of days.", "Write for example [-60d, -14d].");
      }
    }
    if (map.located("offsets").isEmpty()) {
      map.report("offsets", "There are no offsets.", "Write for example offsets: [-60d, -14d].");
    }
    return days;
  }

  private static String rule(YamlMap map) {
    var text = map.requiredText("rrule");
    try {
      new RecurrenceRule(text).iterator(new DateTime(2027, 0, 1));
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      map.report("rrule", "The recurrence rule cannot be read: " + e.getMessage() + ".", "Write for example FREQ=MONTHLY;BYDAY=1MO.");
    }
    return text;
  }

  private static Optional<LocalDate> date(YamlMap map, String key) {
    return map.text(key).flatMap(text -> {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeException e) {
        map.report(key, "'" + text + "' is no day.", "Write it as 2027-01-15.");
        return Optional.empty();
      }
    });
  }

  private static HashSet<LocalDate> exceptions(YamlMap map) {
    var days = new HashSet<LocalDate>();
    for (var item : map.located("exceptions")) {
      try {
        days.add(LocalDate.parse(item.text()));
      } catch (DateTimeException e) {
        map.report("exceptions", "'" + item.text() + "' is no day.", "Write it as 2027-01-15.");
      }
    }
    return days;
  }
}
