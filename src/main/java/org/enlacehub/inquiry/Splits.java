package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.inquiry.InquiryWatch.Happened;
import org.enlacehub.platform.id.Ids;

/**
 * Splits a second matter off a conversation: a range of its entries becomes an inquiry of its own, at another desk or under another topic.
 * New words of the person go on coming to the first one, unless they answer a message of the second.
 */
@Singleton
public class Splits {
  private static final int MOST = 500;
  private final InquiryRepository inquiries;
  private final EntryRepository entries;
  private final MovedEntryRepository moved;
  private final KeeperRepository keepers;
  private final Standings standings;
  private final Protection protection;
  private final References references;
  private final Trail trail;
  private final Watches watches;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  Splits(InquiryRepository inquiries, EntryRepository entries, MovedEntryRepository moved, KeeperRepository keepers, Standings standings,
      Protection protection, References references, Trail trail, Watches watches, AuditLog audit, Ids ids, Clock clock) {
    this.inquiries = inquiries;
    this.entries = entries;
    this.moved = moved;
    this.keepers = keepers;
    this.standings = standings;
    this.protection = protection;
    this.references = references;
    this.trail = trail;
    this.watches = watches;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What becomes a matter of its own.
   *
   * @param first entry of the range; {@code last} the last one, both included
   * @param severity as the officer judges it
   */
  public record Wanted(long first, long last, String desk, String topic, int severity) {}

  /**
   * Splits.
   *
   * @param seen the newest entry that the actor saw
   * @throws NobodyThere when the matter is protected and nobody at the desk is named to it
   */
  @Transactional
  public Rearranged split(long id, Actor actor, Wanted wanted, long seen) {
    var found = inquiries.lock(id, Sight.of(actor));
    if (found.isEmpty()) {
      return new Rearranged.NotHere();
    }
    var inquiry = found.get();
    if (inquiry.closed()) {
      return new Rearranged.Refused("closed");
    }
    var newer = entries.unseen(inquiry, seen, actor.staffId());
    if (!newer.isEmpty()) {
      return new Rearranged.Stale(newer);
    }
    if (!protection.seenAt(inquiry, wanted.desk())) {
      throw new NobodyThere(id, wanted.desk());
    }
    var range = range(inquiry, wanted);
    var words = moved.words(id);
    if (words.stream().noneMatch(range::contains)) {
      return new Rearranged.Refused("range");
    }
    return range.containsAll(words) ? new Rearranged.Refused("all") : new Rearranged.Done(apart(inquiry, actor, wanted, range));
  }

  private List<Long> range(Inquiry inquiry, Wanted wanted) {
    var first = entries.find(inquiry.id(), wanted.first());
    var last = entries.find(inquiry.id(), wanted.last());
    return first.isEmpty() || last.isEmpty() ? List.of() : moved.between(inquiry.id(), first.get(), last.get(), MOST);
  }

  private Inquiry apart(Inquiry inquiry, Actor actor, Wanted wanted, List<Long> range) {
    var now = clock.instant();
    var begun = insert(inquiry, wanted);
    moved.move(range, inquiry, begun);
    var second = standings.of(begun).owned(wanted.desk().equals(inquiry.desk()) ? inquiry.ownerId() : null).at(now);
    inquiries.save(second);
    var left = standings.of(inquiry).at(now);
    inquiries.save(left);
    if (inquiry.restricted()) {
      keepers.copy(inquiry.id(), second.id(), actor.staffId(), now);
    }
    trail.event(left, actor, "split", second.reference());
    trail.event(second, actor, "splitFrom", inquiry.reference());
    audit.record(actor, "inquiry.split", "inquiry", inquiry.id(), Long.toString(second.id()));
    if (!second.desk().equals(inquiry.desk()) || second.severity() < inquiry.severity()) {
      watches.tell(Happened.TRANSFERRED, inquiry, second, actor, Set.of());
    }
    return second;
  }

  /** The second matter, empty still. Its category is what the first one's is while it is as grave, else none of the vulnerable ones. */
  private Inquiry insert(Inquiry of, Wanted wanted) {
    long id = ids.next();
    var now = clock.instant();
    return references.store(wanted.desk(), reference -> new Inquiry(id, reference, of.contactId(), wanted.desk(), InquiryState.WAITING,
        wanted.severity(), wanted.severity() <= 2 ? of.category() : "OTH", wanted.topic(), of.language(), of.flags(), of.channel(),
        of.addressId(), null, true, null, Deadlines.NEVER, null, now, null, now, null, null, null, null, null, null, of.restricted(),
        new Inquiry.Kin(of.id(), null), 0));
  }
}
