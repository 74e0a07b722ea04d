package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * What must be known to undo a merge.
 *
 * @param before the survivor as it was
 * @param after the survivor as the merge left it
 * @param addresses of both
 * @param firstHeard of the survivor as it was, and so on
 */
@Serdeable
record MergeKept(Portrait before, Portrait after, List<Turned> addresses, @Nullable Instant firstHeard, @Nullable Instant lastHeard,
    @Nullable Instant firstHeardAfter, @Nullable Instant lastHeardAfter) {

  /** An address before and after. */
  @Serdeable
  record Turned(long id, boolean moved, int preference, int granted, int withdrawn, int grantedAfter, int withdrawnAfter) {
    static Turned of(Address before, Address after) {
      return new Turned(before.id(), before.contactId() != after.contactId(), before.preference(), before.consent().granted(),
          before.consent().withdrawn(), after.consent().granted(), after.consent().withdrawn());
    }

    /**
     * What holds when the merge is taken back: a withdrawal made since stays, and so does a grant.
     *
     * @param again bits that were withdrawn since, whether or not the merge had withdrawn them already
     */
    ConsentState undone(ConsentState now, int again) {
      int withdrawnSince = now.withdrawn() & (~withdrawnAfter | again);
      int grantedSince = now.granted() & ~grantedAfter;
      int lost = withdrawn & ~grantedSince | withdrawnSince;
      return new ConsentState((granted | grantedSince) & ~lost, lost, now.unconfirmed() & ~lost);
    }
  }
}
