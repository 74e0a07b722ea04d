package org.enlacehub.delivery;

/** Where a message stands. It only ever goes forward, but for a try that the carrier did not take, which queues it again. */
public enum MessageState {
  /** Waits for its time and its turn. */
  QUEUED(0),
  /** Kept back until something happens: an officer decides, the person writes, a sender exists. */
  HELD(0),
  /** Committed before the carrier is called; after a crash it is uncertain until evidence is found. */
  SENDING(1),
  /** The carrier took it and gave it an id. */
  SENT(2),
  /** The carrier reports that it did not arrive. */
  UNDELIVERED(3),
  /** The carrier refused it, or failed to send it. */
  FAILED(3),
  DELIVERED(4),
  READ(5),
  /** Its time had passed before it could leave. */
  EXPIRED(6),
  /** Called back before it left. */
  CANCELLED(6),
  /** Not sent because the person does not want it or cannot be written to. */
  SUPPRESSED(6);

  private final int rank;

  MessageState(int rank) {
    this.rank = rank;
  }

  /** It has not left yet. */
  public boolean isOpen() {
    return rank < 2;
  }

  /** No receipt and no work of ours will change it; only SENT, and the open states, still move. */
  public boolean isFinal() {
    return rank > 2;
  }

  /** The carrier has had it. */
  public boolean hasLeft() {
    return rank >= 2 && rank <= 5 && this != FAILED;
  }

  /**
   * The later of what we know and what a receipt tells, so that receipts may come in any order and any number: a delivery that is
   * reported beats a failure that is reported, since the person has the message.
   */
  MessageState advancedBy(MessageState told) {
    return rank >= 6 || told.rank <= rank ? this : told;
  }
}
