package org.enlacehub.inquiry;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.enlacehub.delivery.MessageFailed;

/** Brings an inquiry back to the queue when an answer did not reach the person by any channel. */
@Singleton
class ReplyFailures {
  private final Inquiries inquiries;

  ReplyFailures(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  @EventListener
  void onFailure(MessageFailed failed) {
    if (failed.inquiryId() != null && !failed.fallback()) {
      inquiries.replyFailed(failed.inquiryId());
    }
  }
}
