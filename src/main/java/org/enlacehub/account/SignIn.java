package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Signing in with address and password. */
@Singleton
public class SignIn {
  private static final int LONGEST = 300;
  private final StaffRepository staff;
  private final Passwords passwords;
  private final SignInThrottle throttle;
  private final Sessions sessions;
  private final AuditLog audit;
  private final Clock clock;

  SignIn(StaffRepository staff, Passwords passwords, SignInThrottle throttle, Sessions sessions, AuditLog audit, Clock clock) {
    this.staff = staff;
    this.passwords = passwords;
    this.throttle = throttle;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /** How an attempt ended. */
  public sealed interface Outcome {

    /** @param cookie value of the session's cookie */
    record In(Staff staff, String cookie) implements Outcome {}

    /** Wrong, unknown or inactive: which of them is not told. */
    record Refused() implements Outcome {}

    /** Too many failures: not even looked at. */
    record Wait(Duration left) implements Outcome {}
  }

  /**
   * Tries to sign in. An unknown address takes as long as a wrong password.
   *
   * @param address network address of the browser
   * @param oldCookie value of a session that the browser still had; it ends
   */
  public Outcome attempt(String email, String password, String address, @Nullable String oldCookie) {
    var wait = throttle.wait(email, address);
    if (wait.isPresent()) return new Outcome.Wait(wait.get());
    var person = email.length() > LONGEST || password.length() > LONGEST ? null : staff.findByEmail(email).orElse(null);
    var right = passwords.matches(password.length() > LONGEST ? "" : password, person == null ? null : staff.passwordHash(person.id()));
    if (!right || !person.active()) {
      throttle.failed(email, address);
      // Only for accounts that exist: strangers could otherwise fill a log that is kept for good.
      if (person != null) audit.record(person.actor(), "signin.refused", "staff", person.id(), "");
      return new Outcome.Refused();
    }
    throttle.succeeded(email);
    staff.signedIn(person.id(), clock.instant());
    audit.record(person.actor(), "signin", "staff", person.id(), "");
    return new Outcome.In(person, sessions.open(person.id(), oldCookie));
  }
}
