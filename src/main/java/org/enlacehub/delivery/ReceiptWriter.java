package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.enlacehub.channel.twilio.TwilioErrors;
import org.enlacehub.channel.twilio.TwilioStatus;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Recipients;

/** Applies a batch of receipts in one transaction. */
@Singleton
class ReceiptWriter {
  private final MessageRepository messages;
  private final SendingRepository sending;
  private final CountRepository counts;
  private final Fallbacks fallbacks;
  private final Recipients recipients;
  private final Clock clock;

  ReceiptWriter(MessageRepository messages, SendingRepository sending, CountRepository counts, Fallbacks fallbacks,
      Recipients recipients,
      Clock clock) {
    this.messages = messages;
    this.sending = sending;
    this.counts = counts;
    this.fallbacks = fallbacks;
    this.recipients = recipients;
    this.clock = clock;
  }

  /**
   * @param effects one for each receipt, in their order
   * @param events to publish once this is committed
   */
  record Result(List<Receipt.Effect> effects, List<Object> events) {}

  /** Where a message stands in the middle of the batch. */
  private static final class Standing {
    private final MessageRow row;
    private MessageState state;
    private @Nullable String providerId;
    private @Nullable String code;
    private Instant at;

    Standing(MessageRow row) {
      this.row = row;
      this.state = row.state();
      this.providerId = row.providerId();
      this.at = row.createdAt();
    }
  }

  @Transactional
  Result write(List<Receipt> receipts) {
    var standing = new HashMap<Long, Standing>();
    for (var row : messages.lock(receipts.stream().map(Receipt::messageId).distinct().sorted().toList())) {
      standing.put(row.id(), new Standing(row));
    }
    var changed = new LinkedHashMap<Long, Standing>();
    var effects = new ArrayList<Receipt.Effect>(receipts.size());
    for (var receipt : receipts) {
      var effect = effect(receipt, standing.get(receipt.messageId()));
      if (effect == Receipt.Effect.APPLIED) {
        changed.put(receipt.messageId(), standing.get(receipt.messageId()));
      }
      effects.add(effect);
    }
    return new Result(effects, save(List.copyOf(changed.values())));
  }

  private static Receipt.Effect effect(Receipt receipt, @Nullable Standing message) {
    var told = TwilioStatus.of(receipt.status());
    if (told.isEmpty()) {
      return Receipt.Effect.UNKNOWN_STATUS;
    }
    if (message == null) {
      return Receipt.Effect.UNKNOWN_MESSAGE;
    }
    if (receipt.providerId() != null && !receipt.providerId().equals(message.providerId)) {
      // Our first word of an attempt may be its receipt: the call's answer was lost, or is not written yet.
      if (message.providerId != null || message.row.attempts() == 0) {
        return Receipt.Effect.FOREIGN_ID;
      }
    } else if (message.providerId == null && message.row.attempts() == 0) {
      return Receipt.Effect.FOREIGN_ID;
    }
    var next = message.state.advancedBy(state(told.get()));
    if (next == message.state) {
      return Receipt.Effect.NOTHING_NEW;
    }
    message.state = next;
    message.providerId = message.providerId == null ? receipt.providerId() : message.providerId;
    message.code = receipt.errorCode() == null || receipt.errorCode().equals("0") || receipt.errorCode().isBlank() ? null
        : receipt.errorCode();
    message.at = receipt.at();
    return Receipt.Effect.APPLIED;
  }

  private List<Object> save(List<Standing> changed) {
    var changes = new CountChanges();
    var events = new ArrayList<Object>();
    var plain = new EnumMap<MessageState, List<Long>>(MessageState.class);
    for (var m : changed) {
      if (m.row.providerId() != null && m.code == null && (m.state == MessageState.DELIVERED || m.state == MessageState.READ)) {
        plain.computeIfAbsent(m.state, _ -> new ArrayList<>()).add(m.row.id());
      } else {
        sending.advance(m.row, m.state, m.providerId, m.code, m.at);
      }
      boolean leaves = m.row.state().isOpen();
      changes.moved(m.row, m.row.state(), m.state, leaves && m.row.segments() != null ? m.row.segments() : 0, leaves
          ? m.row.cost() : null);
    }
    plain.forEach((state, ids) -> sending.advanceAll(ids, state, clock.instant()));
    counts.write(changes);
    fallbacks.arrived(changed.stream().filter(m -> m.state == MessageState.DELIVERED || m.state == MessageState.READ)
        .map(m -> m.row).toList());
    for (var m : changed) {
      events.addAll(event(m));
    }
    return events;
  }

  private List<Object> event(Standing m) {
    var row = m.row;
    return switch (m.state) {
      case DELIVERED, READ -> List.of(new MessageDelivered(row.id(), row.contactId(), row.campaignId(), row.inquiryId(),
          m.state));
      case FAILED, UNDELIVERED -> {
        learn(row, m.code);
        boolean fallback = fallbacks.next(row, Reasons.REFUSED, m.code);
        yield List.of(new MessageFailed(row.id(), row.contactId(), row.campaignId(), row.inquiryId(), m.state, m.code, fallback));
      }
      default -> List.of();
    };
  }

  /** What a failure tells of the address, for the next message. */
  private void learn(MessageRow row, @Nullable String code) {
    if (code == null || row.addressId() == null || row.channel() == Channel.EMAIL) {
      return;
    }
    TwilioErrors.kind(code).ifPresent(kind -> {
      if (kind == TwilioErrors.Kind.NO_WHATSAPP && row.channel() == Channel.WHATSAPP) {
        recipients.markWhatsapp(row.addressId(), false);
      } else if (kind == TwilioErrors.Kind.ADDRESS && row.channel() == Channel.SMS) {
        recipients.markInvalid(row.addressId(), code.equals("30006") ? "landline" : "unknown");
      }
    });
  }

  private static MessageState state(TwilioStatus status) {
    return switch (status) {
      case ON_ITS_WAY -> MessageState.SENT;
      case DELIVERED -> MessageState.DELIVERED;
      case READ -> MessageState.READ;
      case UNDELIVERED -> MessageState.UNDELIVERED;
      case FAILED -> MessageState.FAILED;
    };
  }
}
