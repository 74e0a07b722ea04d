package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.inquiry.InquiryWatch.Change;
import org.enlacehub.inquiry.InquiryWatch.Happened;
import org.enlacehub.platform.id.Ids;

/** Writes what happened into an inquiry's thread, and tells those who watch. */
@Singleton
public class Trail {
  private final EntryRepository entries;
  private final List<InquiryWatch> watches;
  private final Ids ids;
  private final Clock clock;

  Trail(EntryRepository entries, List<InquiryWatch> watches, Ids ids, Clock clock) {
    this.entries = entries;
    this.watches = watches;
    this.ids = ids;
    this.clock = clock;
  }

  /** @param detail without personal data, at most 200 characters */
  @Transactional
  public void event(Inquiry inquiry, Actor actor, String act, @Nullable String detail) {
    entries.insert(new Entry(ids.next(), inquiry.id(), Entry.Kind.EVENT, clock.instant(), null,
        actor.staffId() == 0 ? null : actor.staffId(), null, act, detail, inquiry.version(), null), inquiry, null);
  }

  void tell(Happened what, @Nullable Inquiry before, Inquiry after, Actor by, Set<String> concerned) {
    var change = new Change(what, before, after, by, concerned);
    watches.forEach(watch -> watch.changed(change));
  }
}
