package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.enlacehub.account.Actor;
import org.enlacehub.inquiry.InquiryFilter;
import org.enlacehub.inquiry.InquiryState;
import org.enlacehub.inquiry.QueueCounts;

/** A view of the queue with a name; its name in lower case stands in the address. */
public enum Folder {
  /** Whoever waits for us. */
  OPEN,
  /** What I took and waits for us. */
  MINE,
  /** Waits for us and nobody took it. */
  UNASSIGNED,
  /** Waits for us, severity 1 and 2. */
  URGENT,
  /** Waits for us, and the deadline has passed or soon will. */
  DUE,
  /** I have written something and not sent it. */
  DRAFTS,
  /** A colleague called me in a note and I have not looked. */
  MENTIONED,
  /** We answered and wait for the person. */
  WAITING,
  /** Put off to a day. */
  SNOOZED,
  CLOSED;

  /** So long before its deadline a matter counts as due. */
  public static final Duration SOON = Duration.ofHours(1);

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

  InquiryFilter filter(Actor actor, Instant now) {
    var all = InquiryFilter.ALL;
    return switch (this) {
      case OPEN -> all.in(InquiryState.OPEN);
      case MINE -> all.in(InquiryState.OPEN).ownedBy(actor.staffId());
      case UNASSIGNED -> all.in(InquiryState.OPEN).ownedBy(0L);
      case URGENT -> all.in(InquiryState.OPEN).urgentOnly();
      case DUE -> all.in(InquiryState.OPEN).due(now.plus(SOON));
      case DRAFTS -> all.withDraftOf(actor.staffId());
      case MENTIONED -> all.mentioning(actor.staffId());
      case WAITING -> all.in(InquiryState.WAITING);
      case SNOOZED -> all.in(InquiryState.SNOOZED);
      case CLOSED -> all.in(InquiryState.CLOSED);
    };
  }

  /** How many lie here; 0 for what is not counted. */
  public int count(QueueCounts counts) {
    return switch (this) {
      case OPEN -> counts.open();
      case MINE -> counts.mine();
      case UNASSIGNED -> counts.unassigned();
      case URGENT -> counts.urgent();
      case DUE -> counts.due();
      case DRAFTS -> counts.drafts();
      case MENTIONED -> counts.mentioned();
      case WAITING -> counts.waiting();
      case SNOOZED -> counts.snoozed();
      case CLOSED -> 0;
    };
  }
}
