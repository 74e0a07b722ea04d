package org.enlacehub.inquiry;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.enlacehub.delivery.MessageDelivered;

/** A delivered answer is news for whoever looks at the conversation. */
@Singleton
class Ticks {
  private final InquiryRepository inquiries;
  private final EntryRepository entries;
  private final Clock clock;

  Ticks(InquiryRepository inquiries, EntryRepository entries, Clock clock) {
    this.inquiries = inquiries;
    this.entries = entries;
    this.clock = clock;
  }

  @EventListener
  void onDelivery(MessageDelivered delivered) {
    if (delivered.inquiryId() != null) {
      entries.inquiryOf(delivered.messageId()).ifPresent(id -> inquiries.touch(id, clock.instant()));
    }
  }
}
