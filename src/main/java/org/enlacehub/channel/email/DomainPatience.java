package org.enlacehub.channel.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.enlacehub.channel.SendOutcome;

/**
 * Leaves a recipients' domain alone for a while when it defers mail after mail, so that we neither annoy it nor hold up the others. Known
 * to this node only: another one learns it by itself.
 */
final class DomainPatience {
  private static final int DEFERRALS = 3;
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_DOMAINS = 10_000;
  private final ConcurrentHashMap<String, Standing> domains = new ConcurrentHashMap<>();
  private final Clock clock;

  DomainPatience(Clock clock) {
    this.clock = clock;
  }

  /** Deferrals in a row, and until when nothing is sent there. */
  private record Standing(int deferrals, Instant until) {}

  /** What to answer instead of trying; empty when the domain may be tried. */
  Optional<SendOutcome> wait(String domain) {
    var left = Optional.ofNullable(domains.get(domain)).map(s -> Duration.between(clock.instant(), s.until())).filter(Duration::isPositive);
    return left.map(time -> new SendOutcome.TryLater("domain-deferred", time, true));
  }

  /** Notes how the domain took a mail. */
  void note(String domain, SendOutcome outcome) {
    if (outcome instanceof SendOutcome.TryLater later && later.onlyHere()) {
      if (domains.size() < MOST_DOMAINS || domains.containsKey(domain)) {
        domains.merge(domain, new Standing(1, Instant.EPOCH), (was, _) -> deferred(was.deferrals() + 1));
      }
    } else {
      domains.remove(domain);
    }
  }

  private Standing deferred(int times) {
    if (times < DEFERRALS) {
      return new Standing(times, Instant.EPOCH);
    }
    var pause = FIRST.multipliedBy(1L << Math.min(4, times - DEFERRALS));
    return new Standing(times, clock.instant().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
  }
}
