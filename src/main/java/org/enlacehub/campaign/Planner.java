package org.enlacehub.campaign;

import jakarta.inject.Singleton;
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
import org.enlacehub.consulate.Consulates;
import org.enlacehub.delivery.ExpandCampaign;

/** When a campaign starts, and when each place gets it. */
@Singleton
class Planner {
  /** Where each day begins first: a start in the recipients' own zones must be ready by then. */
  private static final ZoneId EARLIEST = ZoneOffset.ofHours(14);
  /** Where each day ends last. */
  private static final ZoneId LATEST = ZoneOffset.ofHours(-11);
  private static final int MOST_INSTANCES = 20_000;
  private final Consulates consulates;

  Planner(Consulates consulates) {
    this.consulates = consulates;
  }

  /**
   * The first start after an instant; empty when there is none (any more).
   *
   * @param anchor the day from which a recurrence rule without a start counts: moving it would begin COUNT and INTERVAL anew
   */
  Optional<Instant> next(Schedule schedule, Instant after, LocalDate anchor) {
    return switch (schedule) {
      case Schedule.Now() -> Optional.empty();
      case Schedule.Once(var at, var zone) -> Optional.of(at.atZone(startZone(zone)).toInstant()).filter(start -> start.isAfter(after));
      case Schedule.Recurring r -> next(r, after, anchor);
      case Schedule.Relative r -> Optional.of(daily(r.at(), startZone(r.zone()), after));
    };
  }

  /** The first start of a campaign that is scheduled now; empty when its schedule has none left. */
  Optional<Instant> first(Schedule schedule, Instant now) {
    return schedule instanceof Schedule.Now ? Optional.of(now)
        // What each zone gets later today has begun in the earliest one already.
        : next(schedule, schedule instanceof Schedule.Once once && lastDue(once, now).isAfter(now) ? Instant.EPOCH : now, today(schedule, now));
  }

  /** The day it is where the schedule counts. */
  LocalDate today(Schedule schedule, Instant now) {
    var zone = zoneOf(schedule);
    return LocalDate.ofInstant(now, zone.isEmpty() ? ministry() : startZone(zone));
  }

  /** The local moment that a start stands for, of which each place makes its own instant. */
  LocalDateTime local(Schedule schedule, Instant planned) {
    return switch (schedule) {
      case Schedule.Now() -> LocalDateTime.ofInstant(planned, ZoneOffset.UTC);
      case Schedule.Once(var at, _) -> at;
      case Schedule.Recurring r -> LocalDate.ofInstant(planned, startZone(r.zone())).atTime(r.at());
      case Schedule.Relative r -> LocalDate.ofInstant(planned, startZone(r.zone())).atTime(r.at());
    };
  }

  /**
   * When people get it.
   *
   * @param zones in which recipients live
   */
  ExpandCampaign.Due due(Schedule schedule, Instant planned, Collection<String> zones) {
    var at = new HashMap<String, Instant>();
    var local = local(schedule, planned);
    switch (zoneOf(schedule)) {
      case Schedule.RECIPIENT -> zones.forEach(z -> at.put(z, local.atZone(ZoneId.of(z)).toInstant()));
      case Schedule.CONSULATE -> consulates.all().forEach(c -> at.put(c.code(), local.atZone(c.zone()).toInstant()));
      default -> {
        return ExpandCampaign.Due.forAll(usualDue(schedule, planned));
      }
    }
    return new ExpandCampaign.Due(usualDue(schedule, planned), zoneOf(schedule).equals(Schedule.CONSULATE)
        ? ExpandCampaign.Place.CONSULATE : ExpandCampaign.Place.TIME_ZONE, at);
  }

  /** When people at no known place get it. */
  Instant usualDue(Schedule schedule, Instant planned) {
    var zone = zoneOf(schedule);
    return zone.isEmpty() ? planned : local(schedule, planned).atZone(named(zone) ? ZoneId.of(zone) : ministry()).toInstant();
  }

  /** When the last place on earth gets it. */
  Instant lastDue(Schedule schedule, Instant planned) {
    var zone = zoneOf(schedule);
    return zone.isEmpty() ? planned : local(schedule, planned).atZone(named(zone) ? ZoneId.of(zone) : LATEST).toInstant();
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

  private static Optional<Instant> next(Schedule.Recurring r, Instant after, LocalDate anchor) {
    var zone = startZone(r.zone());
    var start = r.start() == null ? anchor : r.start();
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
    var today = LocalDate.ofInstant(after, zone);
    var start = today.atTime(at).atZone(zone).toInstant();
    return start.isAfter(after) ? start : today.plusDays(1).atTime(at).atZone(zone).toInstant();
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

  private ZoneId ministry() {
    return consulates.centralDesk().zone();
  }
}
