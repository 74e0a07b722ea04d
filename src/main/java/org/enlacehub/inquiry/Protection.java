package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.delivery.MessageSight;

/**
 * Sensitive matters: seen by officers who are named to them, and by nobody else at the desk, the ministry or among administrators.
 * Whoever is named may name others, and each naming is in the audit log.
 */
@Singleton
public class Protection implements MessageSight {
  private static final Actor WATCH = Actor.system("protection");
  private final InquiryRepository inquiries;
  private final KeeperRepository keepers;
  private final Staffs staffs;
  private final Trail trail;
  private final AuditLog audit;
  private final Clock clock;

  Protection(InquiryRepository inquiries, KeeperRepository keepers, Staffs staffs, Trail trail, AuditLog audit, Clock clock) {
    this.inquiries = inquiries;
    this.keepers = keepers;
    this.staffs = staffs;
    this.trail = trail;
    this.audit = audit;
    this.clock = clock;
  }

  /** Hides the matter from all but the actor and its owner; changes nothing for one that is hidden, or when no person acts. */
  @Transactional
  public Optional<Inquiry> protect(long id, Actor actor) {
    return inquiries.lock(id, Sight.of(actor)).map(inquiry -> {
      if (inquiry.restricted() || actor.staffId() == 0) {
        return inquiry;
      }
      name(inquiry, actor, actor.staffId());
      if (inquiry.ownerId() != null) {
        name(inquiry, actor, inquiry.ownerId());
      }
      return changed(inquiry, actor, true, "protect");
    });
  }

  /** Shows it to the whole desk again. */
  @Transactional
  public Optional<Inquiry> lift(long id, Actor actor) {
    return inquiries.lock(id, Sight.of(actor)).map(inquiry -> {
      if (!inquiry.restricted()) {
        return inquiry;
      }
      keepers.removeAll(id);
      return changed(inquiry, actor, false, "unprotect");
    });
  }

  /**
   * Names somebody to a protected matter; of another desk too, who sees it once it lies there.
   *
   * @return false when that person is no active officer; empty when there is no such protected matter for the actor
   */
  @Transactional
  public Optional<Boolean> name(long id, Actor actor, long staffId) {
    return locked(id, actor).map(inquiry -> {
      boolean fit = staffs.find(staffId).filter(Protection::fit).isPresent();
      if (fit) {
        name(inquiry, actor, staffId);
        trail.event(inquiry, actor, "named", null);
      }
      return fit;
    });
  }

  /**
   * Takes a name away; the owner's with the ownership still theirs to give.
   *
   * @return false for the last one at its desk and for its owner: somebody must see it; empty when there is no such protected matter
   */
  @Transactional
  public Optional<Boolean> unname(long id, Actor actor, long staffId) {
    return locked(id, actor).map(inquiry -> {
      var left = keepers.of(id);
      boolean may = left.remove(staffId) && atDesk(left, inquiry.desk()) && (inquiry.ownerId() == null || inquiry.ownerId() != staffId);
      if (may) {
        keepers.remove(id, staffId);
        trail.event(inquiry, actor, "unnamed", null);
        audit.record(actor, "inquiry.unname", "inquiry", id, "staff " + staffId);
      }
      return may;
    });
  }

  /** Those who are named, by name; nobody for a matter that is not protected. */
  @Transactional
  public List<Staff> named(Inquiry inquiry) {
    return inquiry.restricted() ? staffs.findAll(keepers.of(inquiry.id())).values().stream().sorted(Comparator.comparing(Staff::name)).toList()
        : List.of();
  }

  /** Names whoever was called to a protected matter by the urgent protocol; does nothing for one that is not protected. */
  @Transactional
  public void admit(Inquiry inquiry, Actor called) {
    if (inquiry.restricted() && called.staffId() != 0) {
      name(inquiry, called, called.staffId());
    }
  }

  /** Names the administrators to a protected matter that nobody at its desk sees any more; false while somebody does. */
  @Transactional
  boolean rescue(long id) {
    var lost = locked(id, WATCH).filter(inquiry -> !seenAt(inquiry, inquiry.desk()));
    lost.ifPresent(inquiry -> {
      staffs.administrators().forEach(administrator -> name(inquiry, WATCH, administrator.id()));
      trail.event(inquiry, WATCH, "named", null);
    });
    return lost.isPresent();
  }

  /** Keeps in the audit log that somebody read a protected matter. */
  @Transactional
  public void read(Inquiry inquiry, Actor actor) {
    if (inquiry.restricted()) {
      audit.record(actor, "inquiry.read", "inquiry", inquiry.id(), "protected");
    }
  }

  /** Whether protection leaves the matter to this actor's eyes; whether it is there, and lies at their desk, is another question. */
  @Override
  @Transactional
  public boolean shows(long inquiryId, Actor actor) {
    return inquiries.find(inquiryId, Sight.ALL).filter(inquiry -> !shows(inquiry, actor.staffId())).isEmpty();
  }

  /**
   * Whether a person has a protected matter that the actor does not see: what is kept by person and not by matter stays closed to them too.
   *
   * @param lineage the person's contact ids
   */
  @Transactional
  public boolean hides(List<Long> lineage, Actor actor) {
    return inquiries.anyHidden(lineage, Sight.of(actor));
  }

  /** True when the matter would still be seen by somebody at a desk. */
  boolean seenAt(Inquiry inquiry, String desk) {
    return !inquiry.restricted() || atDesk(keepers.of(inquiry.id()), desk);
  }

  /** True when this member of staff sees it, as far as protection goes. */
  boolean shows(Inquiry inquiry, long staffId) {
    return !inquiry.restricted() || keepers.of(inquiry.id()).contains(staffId);
  }

  private boolean atDesk(Collection<Long> named, String desk) {
    return staffs.findAll(named).values().stream().anyMatch(staff -> fit(staff) && staff.actor().scope().covers(desk));
  }

  private Optional<Inquiry> locked(long id, Actor actor) {
    return inquiries.lock(id, Sight.of(actor)).filter(Inquiry::restricted);
  }

  private void name(Inquiry inquiry, Actor by, long staffId) {
    keepers.add(inquiry.id(), staffId, by.staffId(), clock.instant());
    audit.record(by, "inquiry.name", "inquiry", inquiry.id(), "staff " + staffId);
  }

  private Inquiry changed(Inquiry inquiry, Actor actor, boolean restricted, String act) {
    var next = new Changed(inquiry).restricted(restricted).at(clock.instant());
    inquiries.save(next);
    trail.event(next, actor, act, null);
    audit.record(actor, "inquiry." + act, "inquiry", inquiry.id(), "");
    return next;
  }

  /** Whether this member of staff handles matters at all. */
  public static boolean fit(Staff staff) {
    return staff.active() && staff.actor().may(Role.OFFICER, Role.ADMINISTRATOR);
  }
}
