package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Signed-in browsers. A session ends after 8 hours of silence, after 24 hours in any case, and when its person loses the account. */
@Singleton
public class Sessions {
  static final Duration IDLE = Duration.ofHours(8);
  static final Duration LONGEST = Duration.ofHours(24);
  /** How exactly silence is measured: a page load need not write each time. */
  private static final Duration PRECISION = Duration.ofMinutes(2);
  private static final int SWEEP = 100;
  private final SessionRepository sessions;
  private final StaffRepository staff;
  private final Clock clock;

  Sessions(SessionRepository sessions, StaffRepository staff, Clock clock) {
    this.sessions = sessions;
    this.staff = staff;
    this.clock = clock;
  }

  /** Opens a session and gives the value for its cookie; {@code old}, if the browser had one, ends. */
  public String open(long staffId, @Nullable String old) {
    var now = clock.instant();
    if (old != null) close(old);
    sessions.deleteExpired(now, SWEEP);
    var value = Secrets.random();
    sessions.insert(Secrets.sha256(value), staffId, now, now.plus(LONGEST));
    return value;
  }

  /** The person behind a cookie's value; empty when the session is over or the account inactive. */
  public Optional<Staff> find(String value) {
    return find(value, true);
  }

  /** @param used false for what a page asks by itself: an open page that nobody looks at must not keep its session alive */
  public Optional<Staff> find(String value, boolean used) {
    var hash = Secrets.sha256(value);
    var now = clock.instant();
    return sessions.find(hash)
        .filter(row -> now.isBefore(row.expiresAt()) && Duration.between(row.lastSeenAt(), now).compareTo(IDLE) < 0)
        .flatMap(row -> {
          if (used && Duration.between(row.lastSeenAt(), now).compareTo(PRECISION) > 0) sessions.seen(hash, now);
          return staff.find(row.staffId()).filter(Staff::active);
        });
  }

  /** Those of the staff who used a page since an instant; what pages ask by themselves is not use. */
  public Set<Long> seenSince(Collection<Long> staffIds, Instant since) {
    return staffIds.isEmpty() ? Set.of() : sessions.seenSince(staffIds, since);
  }

  public void close(String value) {
    sessions.delete(Secrets.sha256(value));
  }
}
