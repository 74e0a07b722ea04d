package org.enlacehub.inquiry;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.enlacehub.delivery.MessageFailed;

/** Brings an inquiry back to the queue when an answer did not reach the person by any channel. */
@Singleton
class ReplyFailures {
  private final Answers answers;

  ReplyFailures(Answers answers) {
    this.answers = answers;
  }

  @EventListener
  void onFailure(MessageFailed failed) {
    if (failed.inquiryId() != null && !failed.fallback()) {
      answers.failed(failed.messageId());
    }
  }
}
