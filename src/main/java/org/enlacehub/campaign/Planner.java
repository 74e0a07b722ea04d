package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/** When a campaign starts, and when each time zone gets it. Pure. */
@Singleton
class Planner {
  /** Where each day begins first: a start in the recipients' own zones must be ready by then. */
  private static final ZoneId EARLIEST = ZoneOffset.ofHours(14);
  private static final ZoneId MINISTRY = ZoneId.of("America/Guatemala");
  private static final int MOST_INSTANCES = 20_000;

  /** The first start after an instant; empty when there is none (any more). */
  Optional<Instant> next(Schedule schedule, Instant after, boolean first) {
    return switch (schedule) {
      case Schedule.Now() -> first ? Optional.of(after) : Optional.empty();
      case Schedule.Once(var at, var zone) -> first ? Optional.of(at.atZone(startZone(zone)).toInstant()) : Optional.empty();
      case Schedule.Recurring r -> next(r, after);
      case Schedule.Relative r -> Optional.of(daily(r.at(), startZone(r.zone()), after));
    };
  }

  /** The local moment that a start stands for, of which each zone makes its own instant. */
  LocalDateTime local(Schedule schedule, Instant planned) {
    return switch (schedule) {
      case Schedule.Now() -> LocalDateTime.ofInstant(planned, ZoneOffset.UTC);
      case Schedule.Once(var at, _) -> at;
      case Schedule.Recurring r -> LocalDate.ofInstant(planned, startZone(r.zone())).atTime(r.at());
      case Schedule.Relative r -> LocalDate.ofInstant(planned, startZone(r.zone())).atTime(r.at());
    };
  }

  /** When people in each of these zones get it; empty when all get it at the same instant. */
  Map<String, Instant> dueByZone(Schedule schedule, Instant planned, Collection<String> zones) {
    var zone = zoneOf(schedule);
    if (zone.isEmpty() || named(zone)) {
      return Map.of();
    }
    var local = local(schedule, planned);
    var due = new HashMap<String, Instant>();
    zones.forEach(z -> due.put(z, local.atZone(ZoneId.of(z)).toInstant()));
    return due;
  }

  /** When people of no known zone get it. */
  Instant due(Schedule schedule, Instant planned) {
    var zone = zoneOf(schedule);
    return zone.isEmpty() ? planned : local(schedule, planned).atZone(named(zone) ? ZoneId.of(zone) : MINISTRY).toInstant();
  }

  /** The audience of one start: for a date of each contact, those whose date lies right on this day. */
  String audience(CampaignDefinition definition, Schedule schedule, Instant planned) {
    if (!(schedule instanceof Schedule.Relative r)) {
      return definition.audience();
    }
    var today = local(r, planned).toLocalDate();
    var days = r.offsets().stream().map(offset -> r.field() + " = " + today.minusDays(offset)).collect(Collectors.joining(" or "));
    return "(" + definition.audience() + ") and (" + days + ")";
  }

  private Optional<Instant> next(Schedule.Recurring r, Instant after) {
    var zone = startZone(r.zone());
    var today = LocalDate.ofInstant(after, zone);
    var start = r.start().equals(LocalDate.EPOCH) ? today : r.start();
    try {
      var instances = new RecurrenceRule(r.rrule()).iterator(new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
      for (int i = 0; i < MOST_INSTANCES && instances.hasNext(); i++) {
        var day = instances.nextDateTime();
        var date = LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
        var instant = date.atTime(r.at()).atZone(zone).toInstant();
        if (instant.isAfter(after) && !r.exceptions().contains(date)) {
          return Optional.of(instant);
        }
      }
      return Optional.empty();
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalStateException("a rule that was checked cannot be read", e);
    }
  }

  private static Instant daily(LocalTime at, ZoneId zone, Instant after) {
    var today = LocalDate.ofInstant(after, zone).atTime(at).atZone(zone);
    return today.toInstant().isAfter(after) ? today.toInstant() : today.plus(Duration.ofDays(1)).toLocalDate().atTime(at).atZone(zone).toInstant();
  }

  private static String zoneOf(Schedule schedule) {
    return switch (schedule) {
      case Schedule.Now() -> "";
      case Schedule.Once(_, var zone) -> zone;
      case Schedule.Recurring r -> r.zone();
      case Schedule.Relative r -> r.zone();
    };
  }

  private static boolean named(String zone) {
    return !zone.equals(Schedule.RECIPIENT) && !zone.equals(Schedule.CONSULATE);
  }

  private static ZoneId startZone(String zone) {
    return named(zone) ? ZoneId.of(zone) : EARLIEST;
  }
}
