package org.enlacehub.inquiry.bymail;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.enlacehub.contact.ContactErased;
import org.enlacehub.delivery.Outbox;

/** Forgets notices, and what they said: of people who were erased, and long after they could be answered. */
@Singleton
class NoticeUpkeep {
  private static final int TOGETHER = 500;
  /** A late answer is recognised as one so long, and refused; later it would pass for a question of the officer's own. */
  private static final Duration RECOGNISED = Duration.ofDays(60);
  private final NoticeRepository notices;
  private final Outbox outbox;
  private final Clock clock;

  NoticeUpkeep(NoticeRepository notices, Outbox outbox, Clock clock) {
    this.notices = notices;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A notice may hold words of the person under a key that is not the person's own. */
  @EventListener
  void erased(ContactErased event) {
    forget(notices.ofContact(event.contactId()));
  }

  @Transactional
  void tidy() {
    forget(notices.expired(clock.instant().minus(RECOGNISED), TOGETHER));
  }

  @Transactional
  void forget(List<Long> messageIds) {
    outbox.forget(messageIds);
    notices.delete(messageIds);
  }
}
