package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.Recipients;
import org.enlacehub.platform.id.Ids;

/**
 * Tries the next channel when one has failed, or has reported no delivery in time. The next try is a message of its own that
 * names the first as its parent; a parent gives its remaining channels away once only.
 */
@Singleton
class Fallbacks {
  private final SendingRepository sending;
  private final MessageRepository messages;
  private final CountRepository counts;
  private final FallbackRepository due;
  private final Recipients recipients;
  private final Senders senders;
  private final Ids ids;
  private final Clock clock;

  Fallbacks(SendingRepository sending, MessageRepository messages, CountRepository counts, FallbackRepository due,
      Recipients recipients,
      Senders senders, Ids ids, Clock clock) {
    this.sending = sending;
    this.messages = messages;
    this.counts = counts;
    this.due = due;
    this.recipients = recipients;
    this.senders = senders;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Queues the next channel for a message that did not arrive; in the transaction that found that out.
   *
   * @param why a code of {@link Reasons}
   * @return true when another channel is tried
   */
  @Transactional
  boolean next(MessageRow row, String why, @Nullable String detail) {
    if (row.nextChannels().isEmpty() || row.contactId() == null) {
      return false;
    }
    var now = clock.instant();
    if (row.expiresAt() != null && !row.expiresAt().isAfter(now)) {
      return false;
    }
    var person = recipients.read(row.contactId());
    if (person.isEmpty()) {
      return false;
    }
    var rest = new ArrayList<>(row.nextChannels());
    while (!rest.isEmpty()) {
      var channel = rest.removeFirst();
      var sender = senders.choose(channel, person.get().country(), person.get().language(), row.contactId());
      if (sender.isEmpty() || person.get().destination(channel, row.purpose()).isEmpty()) {
        continue;
      }
      if (!sending.takeNextChannels(row.id())) {
        return false;
      }
      var child = new MessageRow(ids.next(), row.contactId(), null, row.contentId(), channel, sender.get().id(),
          MessageState.QUEUED,
          row.priority(), row.flow(), now, row.expiresAt(), row.purpose(), row.campaignId(), row.run(), row.step() + 1,
          row.inquiryId(),
          row.id(), row.language(), row.country(), row.desk(), List.copyOf(rest), row.fallbackSeconds(), 0, null, null, null,
          null, null, now, null);
      messages.insert(List.of(child));
      var changes = new CountChanges();
      changes.add(child.count(MessageState.QUEUED), 1);
      counts.write(changes);
      due.forget(List.of(row.id()));
      sending.keepReason(row.id(), why, detail, now);
      sending.keepReason(child.id(), Reasons.FALLBACK, row.channel().code() + " > " + channel.code() + ": " + why, now);
      return true;
    }
    return false;
  }

  /** These messages have arrived: what waits on other channels in their place is called back. */
  @Transactional
  void arrived(List<MessageRow> rows) {
    var watched = rows.stream().filter(row -> row.fallbackSeconds() != null || row.step() > 0 || row.state().isFinal()).toList();
    due.forget(watched.stream().map(MessageRow::id).toList());
    var people = watched.stream().map(MessageRow::contactId).filter(Objects::nonNull).collect(Collectors.toSet());
    var changes = new CountChanges();
    for (var other : due.waitingFallbacks(people)) {
      if (watched.stream().anyMatch(row -> replaces(other, row))
          && sending.close(other.id(), other.state(), MessageState.CANCELLED, null, Reasons.ARRIVED_OTHERWISE, clock.instant())) {
        changes.moved(other, other.state(), MessageState.CANCELLED);
      }
    }
    counts.write(changes);
  }

  private static boolean replaces(MessageRow other, MessageRow row) {
    return Objects.equals(other.contactId(), row.contactId()) && other.contentId() == row.contentId()
        && Objects.equals(other.run(), row.run()) && other.step() > row.step();
  }

  /** Looks after sent messages whose time for a delivery is over; returns how many it looked at. */
  @Transactional
  int sweep(int limit) {
    var late = due.takeDue(clock.instant(), limit);
    for (var row : messages.lock(late)) {
      if (row.state() == MessageState.SENT) {
        next(row, Reasons.NOT_DELIVERED_IN_TIME, null);
      }
    }
    due.forget(late);
    return late.size();
  }
}
