package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Over how long the messages of a start are spread evenly, by a hash of the contact.
 *
 * @param usual for everybody who is served by none of {@code byConsulate}; zero for none
 * @param byConsulate by the code of the mission that serves a person
 * @param perDay so long a day messages go out, from the time at which they are due, and the rest on the days after; null for round the clock
 */
public record Spread(Duration usual, Map<String, Duration> byConsulate, @Nullable Duration perDay) {
  public static final Spread NONE = over(Duration.ZERO);

  public Spread {
    byConsulate = Map.copyOf(byConsulate);
  }

  /** The same for everybody, round the clock. */
  public static Spread over(Duration time) {
    return new Spread(time, Map.of(), null);
  }

  boolean isNone() {
    return usual.isZero() && byConsulate.isEmpty();
  }

  /** When the last person of a mission gets what is due at an instant. */
  public Instant last(@Nullable String consulate, Instant due) {
    var time = consulate == null ? usual : byConsulate.getOrDefault(consulate, usual);
    if (perDay == null || time.compareTo(perDay) <= 0) {
      return due.plus(time);
    }
    return due.plus(Duration.ofDays(time.dividedBy(perDay))).plus(time.minus(perDay.multipliedBy(time.dividedBy(perDay))));
  }
}
