package org.enlacehub.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When a message that the carrier did not take is tried again: later each time, never in step with others. */
final class RetryPolicy {
  static final int MOST_ATTEMPTS = 20;
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final double JITTER = 0.25;

  private RetryPolicy() {}

  /**
   * @param attempts made so far
   * @param after what the carrier asked for, at least
   * @return empty when it is given up
   */
  static Optional<Instant> next(Instant now, int attempts, Duration after) {
    if (attempts >= MOST_ATTEMPTS) {
      return Optional.empty();
    }
    var doubled = FIRST.multipliedBy(1L << Math.min(20, Math.max(0, attempts - 1)));
    var wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    var least = after.compareTo(wait) > 0 ? after : wait;
    long jitter = (long) (least.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble());
    return Optional.of(now.plus(least).plusMillis(jitter));
  }
}
