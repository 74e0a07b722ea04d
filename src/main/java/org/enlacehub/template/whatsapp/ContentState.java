package org.enlacehub.template.whatsapp;

import java.util.Locale;

/** Where a WhatsApp text stands on its way to use outside the 24-hour window. */
public enum ContentState {
  /** Somebody asked for its registration; the carrier has not been called yet, or could not be. */
  ASKED,
  /** In the carrier's account, and nobody asked WhatsApp for its approval. */
  UNSUBMITTED,
  /** WhatsApp looks at it. */
  PENDING,
  APPROVED,
  REJECTED,
  /** Was approved, and rests because people complained. */
  PAUSED,
  /** Was approved, and is no longer. */
  DISABLED,
  /** The carrier did not take it. */
  REFUSED,
  /** Was in the carrier's account, and is not any more. */
  GONE;

  /** Of the carrier's word; what it does not tell counts as pending. */
  public static ContentState of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "unsubmitted", "" -> UNSUBMITTED;
      case "approved" -> APPROVED;
      case "rejected" -> REJECTED;
      case "paused" -> PAUSED;
      case "disabled" -> DISABLED;
      default -> PENDING;
    };
  }

  /** For texts and tags. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Asking again may change it. */
  public boolean mayBeAsked() {
    return this == UNSUBMITTED || this == REFUSED || this == GONE;
  }
}
