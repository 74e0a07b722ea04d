package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import java.util.Locale;
import org.enlacehub.account.Actor;
import org.enlacehub.inquiry.InquiryFilter;
import org.enlacehub.inquiry.InquiryState;

/** A view of the queue with a name; its name in lower case stands in the address. */
public enum Folder {
  /** Whoever waits for us. */
  OPEN,
  /** What I took and is not ended. */
  MINE,
  /** Waits for us and nobody took it. */
  UNASSIGNED,
  /** Waits for us, severity 1 and 2. */
  URGENT,
  /** We answered and wait for the person. */
  WAITING,
  CLOSED;

  static Folder of(@Nullable String name) {
    for (var folder : values()) {
      if (folder.path().equals(name)) {
        return folder;
      }
    }
    return OPEN;
  }

  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  InquiryFilter filter(Actor actor, @Nullable String reference) {
    if (reference != null && !reference.isBlank()) {
      return new InquiryFilter(null, null, null, null, false, reference.strip().toUpperCase(Locale.ROOT));
    }
    return switch (this) {
      case OPEN -> new InquiryFilter(null, InquiryState.OPEN, null, null, false, null);
      case MINE -> new InquiryFilter(null, InquiryState.OPEN, null, actor.staffId(), false, null);
      case UNASSIGNED -> new InquiryFilter(null, InquiryState.OPEN, null, 0L, false, null);
      case URGENT -> new InquiryFilter(null, InquiryState.OPEN, null, null, true, null);
      case WAITING -> new InquiryFilter(null, InquiryState.WAITING, null, null, false, null);
      case CLOSED -> new InquiryFilter(null, InquiryState.CLOSED, null, null, false, null);
    };
  }
}
