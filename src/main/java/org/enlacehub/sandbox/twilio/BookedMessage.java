package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * One message in the carrier's book. Small, for there may be a million of them; the text and what belongs to it are apart
 * ({@link Details}) and are forgotten first. Its state changes by {@link #advance}, which never goes back.
 */
public final class BookedMessage {
  private final long number;
  private final long edition;
  private final long previous;
  private final boolean inbound;
  private final boolean media;
  private final String from;
  private final String to;
  private final long arrivedMillis;
  private final long arrivedNanos;
  private volatile @Nullable Details details;
  private Status status;
  private int errorCode;
  private long sentMillis;
  private long updatedMillis;

  /**
   * @param edition of the book, part of the identifier
   * @param previous place of the message before it of the same person, -1 for the first
   */
  BookedMessage(long number, long edition, long previous, Draft draft, Status status, long arrivedMillis,
      long arrivedNanos) {
    this.number = number;
    this.edition = edition;
    this.previous = previous;
    this.inbound = draft.inbound();
    this.from = draft.from();
    this.to = draft.to();
    this.media = !draft.details().media().isEmpty();
    this.details = draft.details();
    this.arrivedMillis = arrivedMillis;
    this.arrivedNanos = arrivedNanos;
    this.status = status;
    this.updatedMillis = arrivedMillis;
    this.sentMillis = inbound ? arrivedMillis : 0;
  }

  /** Place in the book: 0, 1, 2 … in the order of arrival. */
  public long number() {
    return number;
  }

  /** Twilio's identifier: SM or MM and 32 hexadecimal digits. */
  public String sid() {
    return Sids.message(media, number, edition);
  }

  /** Place of the message before it of the same person, -1 for the first. */
  long previous() {
    return previous;
  }

  public boolean inbound() {
    return inbound;
  }

  public String from() {
    return from;
  }

  public String to() {
    return to;
  }

  /** The migrant's address: who receives an outbound message, who sent an inbound one. */
  public String person() {
    return inbound ? from : to;
  }

  public Instant arrived() {
    return Instant.ofEpochMilli(arrivedMillis);
  }

  /** Reading of {@link System#nanoTime()} at arrival, for exact distances between messages of one run. */
  public long arrivedNanos() {
    return arrivedNanos;
  }

  /** Text and media; empty once the book has forgotten them. */
  public Details details() {
    var known = details;
    return known == null ? Details.FORGOTTEN : known;
  }

  public synchronized Status status() {
    return status;
  }

  /** Twilio's code of a failure; 0 when there is none. */
  public synchronized int errorCode() {
    return errorCode;
  }

  /** When it left; null before. */
  public synchronized @Nullable Instant sent() {
    return sentMillis == 0 ? null : Instant.ofEpochMilli(sentMillis);
  }

  public synchronized Instant updated() {
    return Instant.ofEpochMilli(updatedMillis);
  }

  /** Moves on to a later state; false when the message already stands there or beyond. */
  synchronized boolean advance(Status next, int code, long nowMillis) {
    if (status.isFinal() || next.ordinal() <= status.ordinal()) {
      return false;
    }
    status = next;
    errorCode = code;
    updatedMillis = nowMillis;
    if (sentMillis == 0 && next.ordinal() >= Status.SENT.ordinal() && next != Status.FAILED) {
      sentMillis = nowMillis;
    }
    return true;
  }

  /** Removes the text and the media, as a customer may ask; where receipts go stays. */
  void redact() {
    var d = details();
    details = new Details("", List.of(), List.of(), d.contentSid(), d.statusCallback(), d.messagingServiceSid(), null, null);
  }

  void forgetDetails() {
    details = null;
  }
}
