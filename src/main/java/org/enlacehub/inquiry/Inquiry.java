package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.enlacehub.contact.Channel;

/**
 * One person's matter at one desk, without its words.
 *
 * @param reference short, speakable, told to the person
 * @param desk code of the mission that answers
 * @param severity 1 critical to 4 routine
 * @param category vulnerability category of {@code config/triage}
 * @param topic service code of {@code config/triage}
 * @param language ISO 639 of the person's messages
 * @param channel by which the person wrote last
 * @param addressId from which the person wrote last
 * @param ownerId member of staff who took it; null when nobody did
 * @param routed false while we do not know which mission is competent
 * @param waitingSince their oldest message that has no answer; null when none waits
 * @param dueAt by when we must answer; {@link Deadlines#NEVER} when nothing is due
 * @param lastInEntry entry of their newest message
 * @param leftDesk the desk where it lay before; null when it always lay at this one
 * @param leftAt when it left that desk
 * @param snoozedUntil out of the queue until then; null when it is not put off
 * @param closing that somebody proposes to end it; null mostly
 * @param restricted protected: only officers who are named to it see it
 * @param kin where it came from or went, when it was split off or merged
 * @param version grows with each change
 */
public record Inquiry(long id, String reference, long contactId, String desk, InquiryState state, int severity, String category,
    String topic, String language, List<String> flags, Channel channel, long addressId, @Nullable Long ownerId, boolean routed,
    @Nullable Instant waitingSince, Instant dueAt, @Nullable Instant firstReplyAt, Instant lastActivityAt, @Nullable Long lastInEntry,
    Instant createdAt, @Nullable Instant closedAt, @Nullable String outcome,
    @Nullable String leftDesk, @Nullable Instant leftAt, @Nullable Instant snoozedUntil, @Nullable Closing closing,
    boolean restricted, Kin kin, int version) {

  /** A proposal to end an urgent matter, which a second person must confirm. */
  public record Closing(long by, String outcome) {}

  /**
   * Its kinship to another matter of the same person.
   *
   * @param splitFrom the matter from which it was split off; new words of the person go to that one while it is open
   * @param mergedInto the matter in which it was merged; its entries stand there
   */
  public record Kin(@Nullable Long splitFrom, @Nullable Long mergedInto) {
    static final Kin NONE = new Kin(null, null);
  }

  /** True when new words of the person come to this one first. */
  boolean main() {
    return !closed() && kin.splitFrom() == null;
  }

  public boolean closed() {
    return state == InquiryState.CLOSED;
  }

  /** True when a person must look at once. */
  public boolean urgent() {
    return severity <= 2;
  }
}
