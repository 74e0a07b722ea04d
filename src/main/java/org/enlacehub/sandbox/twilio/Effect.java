package org.enlacehub.sandbox.twilio;

/** What a number, or a fault, does to a message that is sent to it. */
public sealed interface Effect {
  /** The create request is refused and nothing is booked. */
  record Refuse(TwilioError error) implements Effect {}

  /** The create request is refused a number of times (see {@link Faults.State#firstTries()}), then all is well. */
  record RefuseFirst(TwilioError error) implements Effect {}

  /** Booked; later the message ends so, with a code. */
  record End(Status status, int code) implements Effect {}

  /** Booked; the message comes as far as this and no further. */
  record Stay(Status status) implements Effect {}

  /** Booked, but the connection is closed in place of an answer. */
  record LoseResponse() implements Effect {}

  /** The connection is closed and nothing is booked. */
  record LoseRequest() implements Effect {}

  /** Booked; the answer comes late ({@link Faults.State#slowMs()}). */
  record SlowAnswer() implements Effect {}

  /** Booked; the answer is 201 with a body that is no JSON. */
  record GarbledAnswer() implements Effect {}

  /** Not booked; a proxy's HTML page with 502. */
  record ProxyError() implements Effect {}

  /** Delivered only after {@link Faults.State#lateMs()}. */
  record Late() implements Effect {}

  /** Delivered; each receipt is posted twice. */
  record TwiceTold() implements Effect {}

  /** Delivered; receipts are posted in reverse. */
  record Shuffled() implements Effect {}

  /** Delivered, in order, once. */
  record Deliver() implements Effect {}
}
