package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.enlacehub.channel.SendOutcome;

/**
 * How a lane does, from the outcomes as they come: full speed, a tenth of it after failures in a row, then one try now and then,
 * and a stop when the carrier refuses our account. Only failures that say something of the carrier count, not those of one
 * number.
 */
final class LaneHealth {
  private static final int SLOW_AFTER = 5;
  private static final int HEARTBEAT_AFTER = 20;
  private static final int WELL_AFTER = 5;
  private static final Duration FIRST_BEAT = Duration.ofSeconds(5);
  private static final Duration LONGEST_BEAT = Duration.ofMinutes(1);
  private static final Duration STOPPED_BEAT = Duration.ofMinutes(5);
  private final Clock clock;
  private LaneMode mode = LaneMode.NORMAL;
  private @Nullable String code;
  private int failures;
  private int successes;
  private Instant since;
  private @Nullable Instant nextTry;
  private boolean changed;

  LaneHealth(Clock clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  /** What the table knew when this node took the lane. */
  synchronized void restore(LaneRepository.LaneRow row) {
    mode = row.mode();
    code = row.errorCode();
    failures = row.failures();
    since = row.since();
    nextTry = row.nextTry();
    successes = 0;
  }

  synchronized LaneMode mode() {
    return mode;
  }

  /** Whether a message may be tried now, in modes that try only now and then. */
  synchronized boolean mayTry() {
    return nextTry == null || !nextTry.isAfter(clock.instant());
  }

  /** Notes an outcome; returns true when the lane has just stopped. */
  synchronized boolean note(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.OurFault(var why) -> stopped(why);
      case SendOutcome.TryLater(var why, var after, var onlyHere) -> {
        if (onlyHere) {
          answered();
        } else {
          failed(why, after);
        }
        yield false;
      }
      case SendOutcome.Uncertain(var why) -> {
        failed(why, Duration.ZERO);
        yield false;
      }
      case SendOutcome.Accepted _, SendOutcome.Refused _, SendOutcome.OptedOut _ -> {
        answered();
        yield false;
      }
    };
  }

  /** True once after each change that the table should know. */
  synchronized boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  synchronized void save(LaneRepository repository, String lane) {
    repository.mode(lane, mode, code, failures, since, nextTry);
  }

  private boolean stopped(String why) {
    boolean news = mode != LaneMode.STOPPED;
    enter(LaneMode.STOPPED, why);
    nextTry = clock.instant().plus(STOPPED_BEAT);
    return news;
  }

  private void failed(String why, Duration after) {
    failures++;
    successes = 0;
    code = why;
    if (mode == LaneMode.STOPPED) {
      nextTry = clock.instant().plus(STOPPED_BEAT);
      return;
    }
    if (failures >= HEARTBEAT_AFTER) {
      enter(LaneMode.HEARTBEAT, why);
      var beat = FIRST_BEAT.multipliedBy(1L << Math.min(4, failures - HEARTBEAT_AFTER));
      nextTry = clock.instant().plus(max(after, beat.compareTo(LONGEST_BEAT) > 0 ? LONGEST_BEAT : beat));
    } else if (failures >= SLOW_AFTER) {
      enter(LaneMode.SLOW, why);
      nextTry = after.isZero() ? null : clock.instant().plus(after);
    }
  }

  private void answered() {
    failures = 0;
    if (mode == LaneMode.NORMAL) {
      return;
    }
    if (mode != LaneMode.SLOW) {
      enter(LaneMode.SLOW, code);
    }
    nextTry = null;
    if (++successes >= WELL_AFTER) {
      enter(LaneMode.NORMAL, null);
    }
  }

  private void enter(LaneMode next, @Nullable String why) {
    if (mode != next) {
      mode = next;
      since = clock.instant();
      successes = 0;
    }
    code = why;
    changed = true;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
