package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import org.enlacehub.consulate.Consulates;

/** How a matter stands by the entries that are in it: after some came or went. */
@Singleton
class Standings {
  private final MovedEntryRepository moved;
  private final Deadlines deadlines;
  private final Consulates consulates;

  Standings(MovedEntryRepository moved, Deadlines deadlines, Consulates consulates) {
    this.moved = moved;
    this.deadlines = deadlines;
    this.consulates = consulates;
  }

  /** The matter with its turn, deadline, newest words and first answer told anew. */
  Changed of(Inquiry inquiry) {
    var standing = moved.standing(inquiry.id());
    var changed = new Changed(inquiry).lastIn(standing.lastIn()).firstReply(standing.firstReplyAt());
    var since = standing.waitingSince();
    return since == null ? changed.resting()
        : changed.waiting(since, deadlines.answerBy(inquiry.severity(), since, consulates.workingTime(inquiry.desk())));
  }
}
