package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.enlacehub.contact.Channel;

/** An inquiry on its way from one state to the next; every method gives a new one. */
record Changed(Inquiry was) {

  /** The person wrote: it is our turn, the severity may only have risen. */
  Inquiry heard(int severity, String category, String topic, String language, List<String> flags, Channel channel, long addressId,
      long entryId, Instant at, Instant due) {
    var waiting = was.waitingSince() == null || was.closed() ? at : was.waitingSince();
    return new Inquiry(was.id(), was.reference(), was.contactId(), was.desk(), InquiryState.OPEN, severity, category, topic, language,
        flags, channel, addressId, was.ownerId(), was.routed(), waiting, due, was.closed() ? null : was.firstReplyAt(), at, entryId,
        was.createdAt(), null, null, was.version());
  }

  Inquiry at(String desk, boolean routed) {
    return new Inquiry(was.id(), was.reference(), was.contactId(), desk, was.state(), was.severity(), was.category(), was.topic(),
        was.language(), was.flags(), was.channel(), was.addressId(), desk.equals(was.desk()) ? was.ownerId() : null, routed,
        was.waitingSince(), was.dueAt(), was.firstReplyAt(), was.lastActivityAt(), was.lastInEntry(), was.createdAt(), was.closedAt(),
        was.outcome(), was.version());
  }

  /** We answered: it is the person's turn. */
  Inquiry answered(@Nullable Long ownerId, Instant now) {
    var first = was.firstReplyAt() == null ? now : was.firstReplyAt();
    return with(InquiryState.WAITING, was.severity(), ownerId, null, Deadlines.NEVER, first, now, null, null);
  }

  Inquiry owned(@Nullable Long ownerId, Instant now) {
    return with(was.state(), was.severity(), ownerId, was.waitingSince(), was.dueAt(), was.firstReplyAt(), now, was.closedAt(), was.outcome());
  }

  /** It is our turn again: an answer did not arrive, or an officer took the matter up. */
  Inquiry waitingForUs(int severity, Instant since, Instant due, Instant now) {
    return with(InquiryState.OPEN, severity, was.ownerId(), since, due, was.firstReplyAt(), now, null, null);
  }

  Inquiry ended(String outcome, Instant now) {
    return with(InquiryState.CLOSED, was.severity(), was.ownerId(), null, Deadlines.NEVER, was.firstReplyAt(), now, now, outcome);
  }

  Inquiry graded(int severity, Instant due, Instant now) {
    return with(was.state(), severity, was.ownerId(), was.waitingSince(), was.waitingSince() == null ? was.dueAt() : due,
        was.firstReplyAt(), now, was.closedAt(), was.outcome());
  }

  Inquiry touched(Instant now) {
    return owned(was.ownerId(), now);
  }

  private Inquiry with(InquiryState state, int severity, @Nullable Long owner, @Nullable Instant waiting, Instant due,
      @Nullable Instant first, Instant now, @Nullable Instant closed, @Nullable String outcome) {
    return new Inquiry(was.id(), was.reference(), was.contactId(), was.desk(), state, severity, was.category(), was.topic(),
        was.language(), was.flags(), was.channel(), was.addressId(), owner, was.routed(), waiting, due, first, now, was.lastInEntry(),
        was.createdAt(), closed, outcome, was.version());
  }
}
