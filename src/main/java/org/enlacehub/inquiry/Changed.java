package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.enlacehub.contact.Channel;

/** An inquiry on its way from one state to the next: say what changes, then take {@link #at} the result. */
final class Changed {
  private final Inquiry was;
  private InquiryState state;
  private String desk;
  private int severity;
  private String category;
  private String topic;
  private String language;
  private List<String> flags;
  private Channel channel;
  private long addressId;
  private @Nullable Long ownerId;
  private boolean routed;
  private @Nullable Instant waitingSince;
  private Instant dueAt;
  private @Nullable Instant firstReplyAt;
  private @Nullable Long lastInEntry;
  private @Nullable Instant closedAt;
  private @Nullable String outcome;
  private @Nullable String leftDesk;
  private @Nullable Instant leftAt;
  private @Nullable Instant snoozedUntil;
  private Inquiry.@Nullable Closing closing;
  private boolean restricted;
  private Inquiry.Kin kin;

  Changed(Inquiry was) {
    this.was = was;
    state = was.state();
    desk = was.desk();
    severity = was.severity();
    category = was.category();
    topic = was.topic();
    language = was.language();
    flags = was.flags();
    channel = was.channel();
    addressId = was.addressId();
    ownerId = was.ownerId();
    routed = was.routed();
    waitingSince = was.waitingSince();
    dueAt = was.dueAt();
    firstReplyAt = was.firstReplyAt();
    lastInEntry = was.lastInEntry();
    closedAt = was.closedAt();
    outcome = was.outcome();
    leftDesk = was.leftDesk();
    leftAt = was.leftAt();
    snoozedUntil = was.snoozedUntil();
    closing = was.closing();
    restricted = was.restricted();
    kin = was.kin();
  }

  /** The person wrote at an instant: it is our turn, and they wait since their first words without an answer. */
  Changed heard(Channel channel, long addressId, long entryId, Instant at, Instant due) {
    if (was.closed()) {
      firstReplyAt = null;
    }
    this.channel = channel;
    this.addressId = addressId;
    lastInEntry = entryId;
    return waiting(was.waitingSince() == null || was.closed() ? at : was.waitingSince(), due);
  }

  /** What triage or an officer says that it is about. */
  Changed judged(int severity, String category, String topic) {
    this.severity = severity;
    this.category = category;
    this.topic = topic;
    return this;
  }

  Changed known(String language, List<String> flags) {
    this.language = language;
    this.flags = flags;
    return this;
  }

  /** It lies at another mission's desk from now on, where nobody has taken it yet. */
  Changed moved(String desk, boolean routed, Instant due, Instant now) {
    if (!desk.equals(was.desk())) {
      leftDesk = was.desk();
      leftAt = now;
      ownerId = null;
    }
    this.desk = desk;
    this.routed = routed;
    dueAt = due;
    return this;
  }

  /** It is our turn, or again our turn. */
  Changed waiting(Instant since, Instant due) {
    state = InquiryState.OPEN;
    waitingSince = since;
    dueAt = due;
    closedAt = null;
    outcome = null;
    snoozedUntil = null;
    closing = null;
    return this;
  }

  /** We answered: it is the person's turn. */
  Changed answered(Instant now) {
    state = InquiryState.WAITING;
    waitingSince = null;
    dueAt = Deadlines.NEVER;
    snoozedUntil = null;
    return firstReply(firstReplyAt == null ? now : firstReplyAt);
  }

  /** Nobody waits for us, though no answer of ours stands. */
  Changed resting() {
    state = InquiryState.WAITING;
    waitingSince = null;
    dueAt = Deadlines.NEVER;
    closedAt = null;
    outcome = null;
    return this;
  }

  Changed firstReply(@Nullable Instant at) {
    firstReplyAt = at;
    return this;
  }

  Changed owned(@Nullable Long ownerId) {
    this.ownerId = ownerId;
    return this;
  }

  Changed due(Instant due) {
    dueAt = due;
    return this;
  }

  Changed ended(String outcome, Instant now) {
    state = InquiryState.CLOSED;
    waitingSince = null;
    dueAt = Deadlines.NEVER;
    closedAt = now;
    snoozedUntil = null;
    closing = null;
    this.outcome = outcome;
    return this;
  }

  /** Somebody proposes to end it; null takes the proposal back. */
  Changed closing(Inquiry.@Nullable Closing proposal) {
    closing = proposal;
    return this;
  }

  /** Out of the queue until an instant; null brings it back. */
  Changed snoozed(@Nullable Instant until) {
    snoozedUntil = until;
    state = until != null ? InquiryState.SNOOZED : waitingSince != null ? InquiryState.OPEN : InquiryState.WAITING;
    return this;
  }

  /** Seen from now on by those who are named to it alone, or by the whole desk again. */
  Changed restricted(boolean protects) {
    restricted = protects;
    return this;
  }

  /** It took in another matter of the same person: the graver severity, the earlier deadline and the newest words of the two. */
  Changed joined(Inquiry other) {
    if (other.severity() < severity) {
      severity = other.severity();
      category = other.category();
      topic = other.topic();
    }
    var all = new LinkedHashSet<>(flags);
    all.addAll(other.flags());
    flags = List.copyOf(all);
    if (lastInEntry == null || other.lastInEntry() != null && other.lastInEntry() > lastInEntry) {
      lastInEntry = other.lastInEntry();
      channel = other.channel();
      addressId = other.addressId();
    }
    if (other.waitingSince() != null) {
      waiting(waitingSince == null || other.waitingSince().isBefore(waitingSince) ? other.waitingSince() : waitingSince,
          other.dueAt().isBefore(dueAt) ? other.dueAt() : dueAt);
    }
    if (other.firstReplyAt() != null && (firstReplyAt == null || other.firstReplyAt().isBefore(firstReplyAt))) {
      firstReplyAt = other.firstReplyAt();
    }
    ownerId = ownerId == null && other.desk().equals(desk) ? other.ownerId() : ownerId;
    restricted = restricted || other.restricted();
    return this;
  }

  /** The newest words of the person that stand in it; null when none do. */
  Changed lastIn(@Nullable Long entryId) {
    lastInEntry = entryId;
    return this;
  }

  Changed kin(Inquiry.Kin kinship) {
    kin = kinship;
    return this;
  }

  /** The inquiry as it is from {@code now} on. */
  Inquiry at(Instant now) {
    return new Inquiry(was.id(), was.reference(), was.contactId(), desk, state, severity, category, topic, language, flags, channel,
        addressId, ownerId, routed, waitingSince, dueAt, firstReplyAt, now, lastInEntry, was.createdAt(), closedAt, outcome, leftDesk,
        leftAt, snoozedUntil, closing, restricted, kin, was.version() + 1);
  }
}
