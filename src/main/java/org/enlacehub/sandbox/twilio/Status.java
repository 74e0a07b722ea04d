package org.enlacehub.sandbox.twilio;

import java.util.Locale;

/** States of a message as Twilio names them. */
public enum Status {
  ACCEPTED, QUEUED, SENT, DELIVERED, READ, UNDELIVERED, FAILED, RECEIVED;

  /** Twilio's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True when nothing more will happen to the message. */
  public boolean isFinal() {
    return this == READ || this == UNDELIVERED || this == FAILED || this == RECEIVED;
  }
}
