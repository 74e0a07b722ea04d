package org.enlacehub.channel.email.bounce;

import io.micronaut.core.annotation.Nullable;

/**
 * What a report says about one recipient. It holds an address and prints none.
 *
 * @param address lower case
 * @param reason a code of {@code channel/bounce-reasons.csv}, such as {@code unknown-user}
 * @param status enhanced status code (RFC 3463) or SMTP reply code; null when the report names none
 * @param words what the server said, shortened
 * @param delayed the server goes on trying: not final
 */
public record Failure(String address, Kind kind, String reason, @Nullable String status, String words, boolean delayed) {

  /** What follows from it for the address. */
  public enum Kind {
    /** Nothing will ever arrive there. */
    HARD,
    /** The mailbox or its server could not take it this time. */
    SOFT,
    /** It was refused for who sends or what it says, not for the address. */
    BLOCK
  }

  @Override
  public String toString() {
    return kind + " " + reason;
  }
}
