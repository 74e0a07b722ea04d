package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.contact.Contacts;
import org.enlacehub.inquiry.InquiryWatch.Happened;

/**
 * Makes one matter of two that turn out to be the same, and two again of what was merged by mistake. The one that is merged ends without
 * an outcome of its own: it is counted once, in load and in deadlines, where its entries are.
 */
@Singleton
public class Joins {
  /** The outcome of a matter that goes on in another. */
  public static final String MERGED = "merged";
  private final InquiryRepository inquiries;
  private final EntryRepository entries;
  private final MovedEntryRepository moved;
  private final KeeperRepository keepers;
  private final Contacts contacts;
  private final Standings standings;
  private final Trail trail;
  private final Watches watches;
  private final AuditLog audit;
  private final Clock clock;

  Joins(InquiryRepository inquiries, EntryRepository entries, MovedEntryRepository moved, KeeperRepository keepers, Contacts contacts,
      Standings standings, Trail trail, Watches watches, AuditLog audit, Clock clock) {
    this.inquiries = inquiries;
    this.entries = entries;
    this.moved = moved;
    this.keepers = keepers;
    this.contacts = contacts;
    this.standings = standings;
    this.trail = trail;
    this.watches = watches;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Merges a matter into another of the same person; both must be open and seen by the actor. What is graver and due sooner of the two
   * holds, and a protection of either.
   *
   * @param seen the newest entry of {@code intoId} that the actor saw
   */
  @Transactional
  public Rearranged merge(long fromId, long intoId, Actor actor, long seen) {
    if (fromId == intoId) {
      return new Rearranged.Refused("same");
    }
    var pair = pair(fromId, intoId, actor);
    if (pair.isEmpty()) {
      return new Rearranged.NotHere();
    }
    var from = pair.get().from();
    var into = pair.get().into();
    if (!contacts.lineage(into.contactId()).contains(from.contactId())) {
      return new Rearranged.Refused("person");
    }
    if (from.closed() || into.closed()) {
      return new Rearranged.Refused("closed");
    }
    var newer = entries.unseen(into, seen, actor.staffId());
    return newer.isEmpty() ? new Rearranged.Done(join(from, into, actor)) : new Rearranged.Stale(newer);
  }

  private Inquiry join(Inquiry from, Inquiry into, Actor actor) {
    var now = clock.instant();
    // The person's one place for new words goes to the one that stays, whichever held it.
    boolean side = into.kin().splitFrom() != null && from.kin().splitFrom() != null;
    var kin = side ? into.kin() : Inquiry.Kin.NONE;
    var ended = new Changed(from).ended(MERGED, now).kin(new Inquiry.Kin(from.kin().splitFrom(), into.id())).at(now);
    inquiries.save(ended);
    var joined = new Changed(into).joined(from).kin(kin).at(now);
    inquiries.save(joined);
    moved.join(from, joined);
    if (joined.restricted()) {
      keepers.copy(from.id(), into.id(), actor.staffId(), now);
    }
    record(from, ended, joined, actor, "merge");
    watches.tell(Happened.CLOSED, from, ended, actor, Set.of());
    watches.tell(Happened.GRADED, into, joined, actor, Set.of());
    return joined;
  }

  /** Makes two of what was merged: each with its own entries and its own time of waiting. A severity that was raised stays. */
  @Transactional
  public Rearranged part(long fromId, Actor actor) {
    var merged = inquiries.find(fromId, Sight.of(actor)).map(Inquiry::kin).filter(kin -> kin.mergedInto() != null);
    var pair = merged.flatMap(kin -> pair(fromId, kin.mergedInto(), actor)).filter(both -> both.from().kin().equals(merged.get()));
    if (pair.isEmpty()) {
      return new Rearranged.NotHere();
    }
    var from = pair.get().from();
    var into = pair.get().into();
    var now = clock.instant();
    moved.giveBack(into, from);
    // New words of the person go on coming to the one that stayed.
    var back = standings.of(from).kin(new Inquiry.Kin(into.id(), null)).at(now);
    inquiries.save(back);
    var left = (into.closed() ? new Changed(into) : standings.of(into)).at(now);
    inquiries.save(left);
    record(from, back, left, actor, "part");
    watches.tell(Happened.REOPENED, from, back, actor, Set.of());
    return new Rearranged.Done(back);
  }

  /** Two matters, held. */
  private record Pair(Inquiry from, Inquiry into) {}

  /** In one order, so that two who rearrange the same pair do not wait for each other. */
  private Optional<Pair> pair(long fromId, long intoId, Actor actor) {
    var low = inquiries.lock(Math.min(fromId, intoId), Sight.of(actor));
    var high = inquiries.lock(Math.max(fromId, intoId), Sight.of(actor));
    return low.flatMap(one -> high.map(other -> fromId < intoId ? new Pair(one, other) : new Pair(other, one)));
  }

  private void record(Inquiry from, Inquiry ended, Inquiry stays, Actor actor, String act) {
    trail.event(ended, actor, act, stays.reference());
    trail.event(stays, actor, act, from.reference());
    audit.record(actor, "inquiry." + act, "inquiry", from.id(), Long.toString(stays.id()));
  }
}
