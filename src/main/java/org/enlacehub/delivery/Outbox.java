package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.contact.Recipient;
import org.enlacehub.contact.Recipients;
import org.enlacehub.platform.id.Ids;

/**
 * The one way out. Whoever wants something sent queues it here, in the transaction in which they decide it; lanes do the rest.
 */
@Singleton
public class Outbox {
  /** When nobody says otherwise: free text where it is free and read at once, then what everyone has, then mail. */
  private static final List<Channel> USUAL = List.of(Channel.WHATSAPP, Channel.SMS, Channel.EMAIL);
  private static final String NO_LANE = "none";
  private final MessageRepository messages;
  private final SendingRepository sending;
  private final ContentStore contents;
  private final FallbackRepository fallbacks;
  private final ExpansionRepository expansion;
  private final WaitingRepository waiting;
  private final LaneRepository lanes;
  private final CountRepository counts;
  private final Recipients recipients;
  private final Senders senders;
  private final Ids ids;
  private final Clock clock;

  Outbox(MessageRepository messages, SendingRepository sending, ContentStore contents,
      FallbackRepository fallbacks, ExpansionRepository expansion,
      WaitingRepository waiting, LaneRepository lanes, CountRepository counts, Recipients recipients, Senders senders, Ids ids,
      Clock clock) {
    this.messages = messages;
    this.sending = sending;
    this.contents = contents;
    this.fallbacks = fallbacks;
    this.expansion = expansion;
    this.waiting = waiting;
    this.lanes = lanes;
    this.counts = counts;
    this.recipients = recipients;
    this.senders = senders;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Queues a message, in the caller's transaction when there is one; returns its id, or that of the first with its idempotency
   * key.
   *
   * @throws IllegalArgumentException when the contact does not exist or was erased
   */
  @Transactional
  public long enqueue(NewMessage message) {
    if (message.idempotency() != null) {
      var known = messages.byIdempotency(message.idempotency());
      if (known.isPresent()) {
        return known.get();
      }
    }
    var person = message.contactId() == null ? Optional.<Recipient>empty() : recipients.read(message.contactId());
    if (message.contactId() != null && person.isEmpty()) {
      throw new IllegalArgumentException("contact " + message.contactId() + " does not exist or was erased");
    }
    long content = contents.save(message.contactId(), message.content(), message.quiet(),
        new StoredContent.Extras(message.address(), message.inReplyTo(), message.automatic(), message.media()));
    var row = row(message, person, content);
    messages.insert(List.of(row));
    var changes = new CountChanges();
    changes.add(row.count(row.state()), 1);
    counts.write(changes);
    return message.idempotency() == null ? row.id() : messages.byIdempotency(message.idempotency()).orElse(row.id());
  }

  private MessageRow row(NewMessage m, Optional<Recipient> person, long content) {
    var now = clock.instant();
    var order = new ArrayList<>(m.channels().isEmpty() ? USUAL : m.channels());
    order.removeIf(channel -> !senders.has(channel));
    // Where nothing is open the first channel stands, and the last-moment check says why it is not sent.
    var reachable = order.stream().filter(c -> person.isEmpty() || person.get().destination(c, m.purpose()).isPresent())
        .findFirst();
    var channel = reachable.or(() -> order.stream().findFirst()).orElse(m.channels().isEmpty() ? Channel.SMS : m.channels()
        .getFirst());
    var rest = order.contains(channel) ? List.copyOf(order.subList(order.indexOf(channel) + 1, order.size()))
        : List.<Channel>of();
    var sender = sender(m, channel, person);
    return new MessageRow(ids.next(), m.contactId(), m.addressId(), content, channel, sender.map(Sender::id).orElse(NO_LANE),
        sender.isPresent() ? MessageState.QUEUED : MessageState.HELD, m.priority(), 0, m.due() == null ? now : m.due(),
        m.expires(),
        m.purpose(), m.campaignId(), null, 0, m.inquiryId(), null, m.language() != null ? m.language()
        : person.map(Recipient::language)
            .orElse(null), person.map(Recipient::country).orElse(null), person.map(Recipient::consulate).orElse(null), rest,
        m.fallbackAfter() == null ? null : (int) m.fallbackAfter().toSeconds(), 0, null, null, null, null, null, now,
        m.idempotency());
  }

  private Optional<Sender> sender(NewMessage m, Channel channel, Optional<Recipient> person) {
    var asked = m.sender() == null ? Optional.<Sender>empty() : senders.find(m.sender()).filter(s -> s.channel() == channel);
    var known = asked.isPresent() || m.contactId() == null ? asked
        : waiting.knownSender(m.contactId(), channel).flatMap(senders::find).filter(s -> s.channel() == channel);
    return known.or(() -> senders.choose(channel, person.map(Recipient::country).orElse(null), person.map(Recipient::language)
        .orElse(null),
        m.contactId() == null ? 0 : m.contactId()));
  }

  /** Stores what a campaign's step says, once for all its messages; returns the content id for {@link #expand}. */
  @Transactional
  public long saveContent(Content content, Quiet quiet) {
    return contents.save(null, content, quiet, StoredContent.Extras.NONE);
  }

  /** Turns a window of an audience into messages with one INSERT … SELECT; see {@link ExpandCampaign}. */
  @Transactional
  public ExpandCampaign.Expanded expand(ExpandCampaign e) {
    var window = expansion.window(e.snapshotId(), e.afterContact(), e.window());
    if (window.members() == 0) {
      return new ExpandCampaign.Expanded(0, e.afterContact(), true);
    }
    int added = expansion.expand(e, priority(e.purpose()), window, clock.instant());
    return new ExpandCampaign.Expanded(added, window.lastContact(), window.members() < e.window());
  }

  private static Priority priority(Purpose purpose) {
    return switch (purpose) {
      case EMERGENCY -> Priority.EMERGENCY;
      case SERVICE -> Priority.SERVICE;
      case INFORMATION -> Priority.INFORMATION;
    };
  }

  /** Calls back a message that has not left. False when it has, or is leaving. */
  @Transactional
  public boolean cancel(long messageId, String reason) {
    return messages.lock(List.of(messageId)).stream().anyMatch(row -> cancel(List.of(row), reason) == 1);
  }

  /**
   * What these single messages say is gone for good, and what has not left never leaves. For messages to staff that quote a person, which
   * no key of that person's closes.
   */
  @Transactional
  public void forget(Collection<Long> messageIds) {
    var rows = messages.lock(messageIds);
    cancel(rows, "erased");
    contents.delete(rows);
  }

  /** Calls back what has not left of a campaign, at most {@code limit} messages; call until it returns 0. */
  @Transactional
  public int cancelCampaign(long campaignId, String reason, int limit) {
    return cancel(waiting.ofCampaign(campaignId, limit), reason);
  }

  private int cancel(List<MessageRow> locked, String reason) {
    var changes = new CountChanges();
    int done = 0;
    for (var row : locked) {
      if ((row.state() == MessageState.QUEUED || row.state() == MessageState.HELD)
          && sending.close(row.id(), row.state(), MessageState.CANCELLED, null, reason, clock.instant())) {
        changes.moved(row, row.state(), MessageState.CANCELLED);
        done++;
      }
    }
    counts.write(changes);
    return done;
  }

  /** Whether messages of a campaign that have left may yet be followed by another channel: it is not done before. */
  @Transactional
  public boolean mayFallBack(long campaignId) {
    return fallbacks.anyOf(campaignId);
  }

  /** A campaign's messages wait from now on; those that are being sent at this moment leave. Repeatable. */
  @Transactional
  public void hold(long campaignId, String reason) {
    lanes.hold(campaignId, reason, clock.instant());
  }

  /** A campaign's messages go on. Repeatable. */
  @Transactional
  public void release(long campaignId) {
    lanes.unhold(campaignId);
  }

  /** The person wrote by WhatsApp: what waited for the window goes out. */
  @Transactional
  public void windowOpened(long contactId) {
    requeue(waiting.heldFor(contactId, Reasons.OUTSIDE_WINDOW));
  }

  /** An officer decided about a message that is held: it is queued again, or cancelled. False when it is not held. */
  @Transactional
  public boolean decide(long messageId, boolean send) {
    var held = messages.lock(List.of(messageId)).stream().filter(row -> row.state() == MessageState.HELD).toList();
    return send ? requeue(held) == 1 : cancel(held, "officer") == 1;
  }

  /** Messages that were held for want of a sender, now that the configuration has one. */
  @Transactional
  int findSenders(int limit) {
    var held = waiting.withoutSender(NO_LANE, limit);
    var changed = new ArrayList<MessageRow>();
    for (var row : held) {
      var sender = senders.choose(row.channel(), row.country(), row.language(), row.contactId() == null ? 0 : row.contactId());
      if (sender.isPresent() && sending.lane(row.id(), sender.get().id())) {
        changed.add(row);
      }
    }
    return requeue(changed);
  }

  /** Messages that were held for want of an approved template, now that there is one. */
  @Transactional
  int useTemplates(int limit) {
    return senders.all().stream().filter(sender -> sender.channel() == Channel.WHATSAPP)
        .mapToInt(sender -> requeue(waiting.approvedSince(sender.id(), limit))).sum();
  }

  private int requeue(List<MessageRow> held) {
    var changes = new CountChanges();
    int done = 0;
    for (var row : held) {
      if (sending.requeue(row.id(), MessageState.HELD, clock.instant(), null)) {
        changes.moved(row, MessageState.HELD, MessageState.QUEUED);
        done++;
      }
    }
    counts.write(changes);
    return done;
  }

  /** The person wrote to this number or address of ours: we answer and write from it. Unknown ones are ignored. */
  @Transactional
  public void wroteTo(long contactId, Channel channel, String ourAddress, Instant at) {
    senders.withAddress(channel, ourAddress).ifPresent(sender -> waiting.remember(contactId, channel, sender.id(), at));
  }

  /** How messages stand, for sweeps; unknown ids are absent. */
  @Transactional
  public Map<Long, MessageState> statuses(Collection<Long> messageIds) {
    return messages.states(messageIds);
  }

  /** A campaign's totals, from counters: cheap at any size. */
  @Transactional
  public DeliveryTotals.Breakdown totals(long campaignId) {
    return CampaignTotals.of(counts.read(campaignId));
  }

  /** Why messages of a campaign failed or were not sent, most frequent first; reads the campaign's messages. */
  @Transactional
  public List<DeliveryTotals.FailureGroup> failures(long campaignId) {
    return waiting.failures(campaignId);
  }
}
