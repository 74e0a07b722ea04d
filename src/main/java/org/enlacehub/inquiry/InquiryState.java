package org.enlacehub.inquiry;

import java.util.Locale;
import java.util.Optional;

/** Whose turn it is. */
public enum InquiryState {
  /** The person waits for us. */
  OPEN,
  /** We answered and wait for the person. */
  WAITING,
  /** Put off to a day, or until the person writes or its deadline comes. */
  SNOOZED,
  /** The matter is ended; it is taken up again when the person writes. */
  CLOSED;

  /** Reads the name in any case; empty when it is none. */
  public static Optional<InquiryState> parse(String text) {
    for (var state : values()) {
      if (state.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
