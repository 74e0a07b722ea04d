package org.enlacehub.consulate;

import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who answers for a mission at any hour. A turn with dates goes before the weekly ones.
 *
 * @param consulate the mission's code
 * @param zone in which its hours are written
 * @param head who is called when those on duty do not answer; null when the file names nobody
 * @param demo in force only in the demo: it shows what such a file looks like
 */
public record Roster(String consulate, ZoneId zone, List<DutyPerson> people, @Nullable DutyPerson head, List<Turn> dated, List<Turn> weekly,
    boolean demo) {
  /** Rosters change on the quarter of an hour. */
  private static final Duration STEP = Duration.ofMinutes(15);

  /**
   * Who is on duty.
   *
   * @param backup null when nobody is named
   */
  public record OnDuty(DutyPerson first, @Nullable DutyPerson backup) {}

  /** A time without anybody, from an instant to another. */
  public record Gap(Instant from, Instant to) {}

  /** A time with the same people on duty, from an instant to another. */
  public record Stretch(Instant from, Instant to, OnDuty onDuty) {}

  /** Who is on duty at an instant; empty when nobody is. */
  public Optional<OnDuty> at(Instant instant) {
    var local = instant.atZone(zone).toLocalDateTime();
    return dated.stream().filter(t -> t.when().covers(local)).findFirst()
        .or(() -> weekly.stream().filter(t -> t.when().covers(local)).findFirst())
        .map(t -> new OnDuty(t.who(), t.backup()));
  }

  /** When nobody is on duty between two instants, in order. */
  public List<Gap> gaps(Instant from, Instant until) {
    var gaps = new ArrayList<Gap>();
    walk(from, until, (start, end, duty) -> {
      if (duty.isEmpty()) {
        gaps.add(new Gap(start, end));
      }
    });
    return gaps;
  }

  /** Who is on duty when between two instants, in order. */
  public List<Stretch> stretches(Instant from, Instant until) {
    var all = new ArrayList<Stretch>();
    walk(from, until, (start, end, duty) -> duty.ifPresent(d -> all.add(new Stretch(start, end, d))));
    return all;
  }

  private interface Visitor {
    void visit(Instant from, Instant to, Optional<OnDuty> duty);
  }

  private void walk(Instant from, Instant until, Visitor visitor) {
    var start = from;
    var duty = at(from);
    for (var t = quarter(from).plus(STEP); t.isBefore(until); t = t.plus(STEP)) {
      var now = at(t);
      if (!Objects.equals(now, duty)) {
        visitor.visit(start, t, duty);
        start = t;
        duty = now;
      }
    }
    visitor.visit(start, until, duty);
  }

  private static Instant quarter(Instant instant) {
    return instant.minusNanos(Math.floorMod(instant.toEpochMilli(), STEP.toMillis()) * 1_000_000L);
  }
}
