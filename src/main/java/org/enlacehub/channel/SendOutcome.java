package org.enlacehub.channel;

import java.time.Duration;

/** What became of one attempt to hand a message to a carrier; it says by itself what must be done next. */
public sealed interface SendOutcome {

  /** The carrier took it and will send receipts under this id. */
  record Accepted(String providerId) implements SendOutcome {}

  /**
   * The carrier did not take it and may take it later.
   *
   * @param after how long to wait at least; zero when the carrier named no time
   * @param onlyHere the carrier works; it is this recipient, or the place where they are, that must wait
   */
  record TryLater(String code, Duration after, boolean onlyHere) implements SendOutcome {
    /** The carrier itself has to be left alone for a while. */
    public TryLater(String code, Duration after) {
      this(code, after, false);
    }
  }

  /** The carrier will never take it. */
  record Refused(String code, Fault kind) implements SendOutcome {}

  /** The person told the carrier to stop. */
  record OptedOut(String code) implements SendOutcome {}

  /** Our account, number or settings are wrong: no message of this sender can leave. It was not taken. */
  record OurFault(String code) implements SendOutcome {}

  /** The call may have reached the carrier, and its answer was not seen: only evidence can tell. */
  record Uncertain(String why) implements SendOutcome {}

  /** What a final refusal is about. */
  enum Fault {
    /** This address: it cannot exist, or cannot receive this kind. */
    ADDRESS,
    /** This text: it would be refused for everyone. */
    MESSAGE,
    /** A rule: region, filter, window, limit. */
    POLICY
  }
}
