package org.enlacehub.inquiry;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.enlacehub.delivery.MessageDelivered;

/** A delivered answer is news for whoever looks at the conversation. */
@Singleton
class Ticks {
  private final InquiryRepository inquiries;
  private final Clock clock;

  Ticks(InquiryRepository inquiries, Clock clock) {
    this.inquiries = inquiries;
    this.clock = clock;
  }

  @EventListener
  void onDelivery(MessageDelivered delivered) {
    if (delivered.inquiryId() != null) {
      inquiries.touch(delivered.inquiryId(), clock.instant());
    }
  }
}
