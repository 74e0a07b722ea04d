package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.enlacehub.channel.Sender;

/** Writes what the evidence says, unless a receipt has said it already. */
@Singleton
class EvidenceWriter {
  private final MessageRepository messages;
  private final SendingRepository sending;
  private final CountRepository counts;
  private final Clock clock;

  EvidenceWriter(MessageRepository messages, SendingRepository sending, CountRepository counts, Clock clock) {
    this.messages = messages;
    this.sending = sending;
    this.counts = counts;
    this.clock = clock;
  }

  /** Found on the carrier's list; that it is sent is written as a receipt is. */
  @Transactional
  void found(MessageRow row, String providerId) {
    sending.keepReason(row.id(), Reasons.FOUND_AT_CARRIER, providerId, clock.instant());
  }

  /** The carrier does not have it: it goes back to its queue. */
  @Transactional
  void neverLeft(MessageRow row) {
    var now = clock.instant();
    if (stillUncertain(row) && sending.requeue(row.id(), MessageState.SENDING, now, Reasons.NEVER_LEFT)) {
      sending.keepReason(row.id(), Reasons.NEVER_LEFT, null, now);
    }
  }

  @Transactional
  void lookAgain(MessageRow row, Instant when) {
    if (stillUncertain(row)) {
      sending.lookAgain(row.id(), when);
    }
  }

  /** The contact was erased meanwhile. */
  @Transactional
  void gone(MessageRow row) {
    close(row, MessageState.CANCELLED, Reasons.CONTACT_GONE);
  }

  /** A mail: no list can be asked, so the sender's rule decides. */
  @Transactional
  void mail(MessageRow row, Sender sender) {
    if (sender.uncertain() == Sender.WhenUncertain.RESEND) {
      neverLeft(row);
    } else {
      close(row, MessageState.HELD, Reasons.UNCERTAIN);
    }
  }

  private void close(MessageRow row, MessageState to, String reason) {
    var now = clock.instant();
    if (stillUncertain(row) && sending.close(row.id(), MessageState.SENDING, to, null, reason, now)) {
      sending.keepReason(row.id(), reason, null, now);
      var changes = new CountChanges();
      changes.moved(row, MessageState.SENDING, to);
      counts.write(changes);
    }
  }

  /** Nobody has settled it, or claimed it anew, since it was read. */
  private boolean stillUncertain(MessageRow row) {
    return messages.lock(List.of(row.id())).stream()
        .anyMatch(now -> now.state() == MessageState.SENDING && now.attempts() == row.attempts());
  }
}
