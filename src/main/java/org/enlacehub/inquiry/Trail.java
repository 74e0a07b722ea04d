package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.enlacehub.account.Actor;
import org.enlacehub.platform.id.Ids;

/** Writes what happened into an inquiry's thread, and lets living pages know. */
@Singleton
public class Trail {
  private final EntryRepository entries;
  private final InquiryRepository inquiries;
  private final Ids ids;
  private final Clock clock;

  Trail(EntryRepository entries, InquiryRepository inquiries, Ids ids, Clock clock) {
    this.entries = entries;
    this.inquiries = inquiries;
    this.ids = ids;
    this.clock = clock;
  }

  /** @param detail without personal data, at most 200 characters */
  @Transactional
  public void event(Inquiry inquiry, Actor actor, String act, @Nullable String detail) {
    entries.insert(new Entry(ids.next(), inquiry.id(), Entry.Kind.EVENT, clock.instant(), null,
        actor.staffId() == 0 ? null : actor.staffId(), null, act, detail, inquiry.version(), null), inquiry, null);
    inquiries.touch(inquiry.id(), clock.instant());
  }
}
