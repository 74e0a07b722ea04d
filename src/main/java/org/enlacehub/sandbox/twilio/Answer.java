package org.enlacehub.sandbox.twilio;

/** How the stand-in answers a create request. */
sealed interface Answer {
  /** 201 with the message. */
  record Created(BookedMessage message) implements Answer {}

  /** Twilio's error body. */
  record Refused(TwilioError error) implements Answer {}

  /** The connection is closed without a word. */
  record Silence() implements Answer {}

  /** Something that is not JSON. */
  record Rubbish(int status, String html) implements Answer {}

  /** Another answer, after a while in milliseconds. */
  record Delayed(Answer answer, int millis) implements Answer {}
}
