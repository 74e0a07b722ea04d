package org.enlacehub.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.crypto.BlindIndex;

/**
 * Slows guessing down. Some failures are free; each further one makes the account, and the address it came from, wait longer, up to
 * a quarter of an hour: long enough against guessing, short enough that nobody can lock a colleague out for a day. Failures are
 * forgotten after an hour, and each new one sweeps old rows away, so the table holds one hour of failures at most.
 */
@Singleton
class SignInThrottle {
  private static final int FREE_FOR_ACCOUNT = 5;
  /** Higher, since a whole consulate may come from one address. */
  private static final int FREE_FOR_ADDRESS = 25;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGET = Duration.ofHours(1);
  private static final int SWEEP = 200;
  private final ThrottleRepository failures;
  private final BlindIndex index;
  private final Clock clock;

  SignInThrottle(ThrottleRepository failures, BlindIndex index, Clock clock) {
    this.failures = failures;
    this.index = index;
    this.clock = clock;
  }

  /** How long this account and address must still wait; empty when they need not. */
  Optional<Duration> wait(String email, String address) {
    return List.of(left(account(email), FREE_FOR_ACCOUNT), left(from(address), FREE_FOR_ADDRESS)).stream()
        .filter(Duration::isPositive).max(Duration::compareTo);
  }

  void failed(String email, String address) {
    var now = clock.instant();
    var forget = now.minus(FORGET);
    failures.forget(forget, SWEEP);
    failures.fail(account(email), now, forget);
    failures.fail(from(address), now, forget);
  }

  void succeeded(String email) {
    failures.clear(account(email));
  }

  private Duration left(byte[] who, int free) {
    var now = clock.instant();
    return failures.find(who).filter(row -> row.failures() >= free && row.lastAt().isAfter(now.minus(FORGET)))
        .map(row -> Duration.between(now, row.lastAt().plus(penalty(row.failures() - free)))).orElse(Duration.ZERO);
  }

  private static Duration penalty(int beyond) {
    var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
    return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
  }

  private byte[] account(String email) {
    return index.of("signin.account", AccountRules.normalEmail(email));
  }

  private byte[] from(String address) {
    return index.of("signin.address", NetworkOf.address(address));
  }
}
