package org.enlacehub.inbound.mail;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.enlacehub.contact.ContactErased;

/** Forgets mails: of people who were erased, halves that a dead node left, and what is nobody's after a while. */
@Singleton
class MailUpkeep {
  private static final Duration HALF_LASTS = Duration.ofHours(1);
  private static final Duration NOBODYS_LASTS = Duration.ofDays(90);
  private static final int TOGETHER = 200;
  private final MailRepository mails;
  private final MailFailureRepository failures;
  private final Clock clock;

  MailUpkeep(MailRepository mails, MailFailureRepository failures, Clock clock) {
    this.mails = mails;
    this.failures = failures;
    this.clock = clock;
  }

  void run() {
    mails.unfinished(clock.instant().minus(HALF_LASTS), TOGETHER).forEach(mails::delete);
    mails.nobodysBefore(clock.instant().minus(NOBODYS_LASTS), TOGETHER).forEach(mails::forget);
  }

  /** Their key is gone, so nothing could be read; now the room is free too. */
  @EventListener
  void erased(ContactErased event) {
    mails.ofContact(event.contactId()).forEach(mails::forget);
    failures.deleteOf(event.contactId());
  }
}
