package org.enlacehub.consulate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * When a mission works: its week in its own zone, less holidays and closures.
 *
 * @param verified false while the ministry has not confirmed the hours
 */
public record WorkingTime(ZoneId zone, Map<DayOfWeek, List<Span>> week, Predicate<LocalDate> dayOff, boolean verified) {
  private static final int MAX_DAYS = 400;

  /** From one time of day to a later one. */
  public record Span(LocalTime from, LocalTime to) {}

  /** True while somebody works. */
  public boolean openAt(Instant instant) {
    var local = instant.atZone(zone);
    return spans(local.toLocalDate()).stream()
        .anyMatch(s -> !local.toLocalTime().isBefore(s.from()) && local.toLocalTime().isBefore(s.to()));
  }

  /** The instant itself while open, else the next opening. */
  public Instant nextOpen(Instant instant) {
    return openAt(instant) ? instant : after(instant, Duration.ZERO.plusNanos(1)).minusNanos(1);
  }

  /** The instant at which so much working time has passed: a deadline. A mission that never opens counts clock time. */
  public Instant after(Instant start, Duration working) {
    var left = working;
    var day = start.atZone(zone).toLocalDate();
    for (int i = 0; i < MAX_DAYS; i++, day = day.plusDays(1)) {
      for (var span : spans(day)) {
        var from = later(start, day.atTime(span.from()).atZone(zone).toInstant());
        var to = day.atTime(span.to()).atZone(zone).toInstant();
        if (to.isAfter(from)) {
          var available = Duration.between(from, to);
          if (available.compareTo(left) >= 0) {
            return from.plus(left);
          }
          left = left.minus(available);
        }
      }
    }
    return start.plus(working);
  }

  /** Working time between two instants; zero when the second is not later. */
  public Duration between(Instant start, Instant end) {
    var total = Duration.ZERO;
    var last = end.atZone(zone).toLocalDate();
    for (var day = start.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
      for (var span : spans(day)) {
        var from = later(start, day.atTime(span.from()).atZone(zone).toInstant());
        var to = day.atTime(span.to()).atZone(zone).toInstant();
        var until = to.isBefore(end) ? to : end;
        if (until.isAfter(from)) {
          total = total.plus(Duration.between(from, until));
        }
      }
    }
    return total;
  }

  private List<Span> spans(LocalDate day) {
    return dayOff.test(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
