package org.enlacehub.inquiry.urgent;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * A call for somebody to take an urgent case. That somebody accepted, that the person was reached and that the matter is resolved are
 * three things with a time each.
 *
 * @param inquiryId null for a drill
 * @param ringing nobody has accepted yet
 * @param reference of the inquiry; tells nothing about the person
 * @param desk the mission whose people are called
 * @param concerned other missions that are told
 * @param drillBy who exercises; null when it is real. A drill calls nobody.
 * @param stepsDone how many steps have been taken
 * @param nextAt when the next one is due; null when none is
 * @param silenceAt when it rings again unless the person writes; null when that is not awaited
 */
public record Alarm(long id, @Nullable Long inquiryId, boolean ringing, Cause cause, int severity, String category, String reference,
    String desk, List<String> concerned, @Nullable Long drillBy, Instant raisedAt, int stepsDone, @Nullable Instant nextAt,
    @Nullable Instant acceptedAt, @Nullable Long acceptedBy, @Nullable Instant contactedAt, @Nullable Long contactedBy,
    @Nullable Instant resolvedAt, @Nullable Instant silenceAt) {

  /** Why it rings. */
  public enum Cause {
    /** The person wrote, or an officer says that it is graver than it seemed. */
    DANGER,
    /** The person wrote again after the matter had ended. */
    AGAIN,
    /** The case came from another desk. */
    TRANSFER,
    /** The person has stopped writing. */
    SILENCE,
    DRILL
  }

  public boolean drill() {
    return cause == Cause.DRILL;
  }
}
