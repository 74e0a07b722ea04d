package org.enlacehub.inquiry.assistance;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.ContactErased;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Sight;
import org.enlacehub.inquiry.Trail;
import org.enlacehub.platform.id.Ids;

/** Records of cases for those who may see the inquiry: reading, writing, tasks. Each change leaves a line in the thread and the audit log. */
@Singleton
public class CaseRecords {
  /** Entries of one record; more would be a mistake or an attack. */
  static final int MOST = 300;
  private static final String DUE = "dueOn";
  private static final String STAFF = "staffId";
  private final CaseItemRepository items;
  private final InquiryReader inquiries;
  private final Staffs staffs;
  private final Trail trail;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  CaseRecords(CaseItemRepository items, InquiryReader inquiries, Staffs staffs, Trail trail, AuditLog audit, Ids ids, Clock clock) {
    this.items = items;
    this.inquiries = inquiries;
    this.staffs = staffs;
    this.trail = trail;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** The whole record, in the order in which it was written; empty when the actor may not see the inquiry. */
  @Transactional
  public Optional<List<CaseItem>> of(long inquiryId, Actor actor) {
    return inquiries.find(inquiryId, actor).map(items::of);
  }

  /** How many entries the record of a matter has that somebody may see. */
  @Transactional
  public int size(Inquiry inquiry) {
    return items.count(inquiry.id());
  }

  /** Adds an entry. */
  @Transactional
  public CaseWriting add(long inquiryId, Actor actor, CaseDraft draft) {
    return held(inquiryId, actor).map(inquiry -> CaseKind.parse(draft.kind()).<CaseWriting>map(kind -> {
      var flaws = flaws(kind, draft, inquiry);
      if (items.count(inquiryId) >= MOST) {
        flaws.put("kind", "full");
      }
      if (!flaws.isEmpty()) {
        return new CaseWriting.Flawed(flaws);
      }
      var item = new CaseItem(ids.next(), inquiryId, kind, kind.known(draft.values()), CaseField.day(draft.dueOn()), draft.staffId(), null,
          actor.staffId(), clock.instant(), 0);
      return items.insert(item, inquiry) ? written(item, inquiry, actor, "case.add") : new CaseWriting.NotHere();
    }).orElseGet(() -> new CaseWriting.Flawed(Map.of("kind", "unknown")))).orElseGet(CaseWriting.NotHere::new);
  }

  /**
   * Writes an entry anew.
   *
   * @param version that the writer saw
   */
  @Transactional
  public CaseWriting change(long inquiryId, long itemId, int version, Actor actor, CaseDraft draft) {
    return with(inquiryId, itemId, actor, (inquiry, was) -> {
      if (was.version() != version) {
        return new CaseWriting.Stale(was);
      }
      var flaws = flaws(was.kind(), draft, inquiry);
      if (!flaws.isEmpty()) {
        return new CaseWriting.Flawed(flaws);
      }
      return save(new CaseItem(itemId, inquiryId, was.kind(), was.kind().known(draft.values()), CaseField.day(draft.dueOn()), draft.staffId(), was.doneAt(),
          actor.staffId(), clock.instant(), version + 1), inquiry, actor, "case.change");
    });
  }

  /** A task is done, or is open again. */
  @Transactional
  public CaseWriting done(long inquiryId, long itemId, Actor actor, boolean done) {
    return with(inquiryId, itemId, actor, (inquiry, was) -> {
      if (was.kind() != CaseKind.TASK || was.done() == done) {
        return was.kind() == CaseKind.TASK ? new CaseWriting.Written(was) : new CaseWriting.NotHere();
      }
      Instant at = done ? clock.instant() : null;
      return save(new CaseItem(itemId, inquiryId, was.kind(), was.values(), was.dueOn(), was.staffId(), at, actor.staffId(), clock.instant(),
          was.version() + 1), inquiry, actor, done ? "case.done" : "case.undone");
    });
  }

  /** Takes an entry out of the record for good. */
  @Transactional
  public CaseWriting remove(long inquiryId, long itemId, Actor actor) {
    return with(inquiryId, itemId, actor, (inquiry, was) -> {
      items.delete(itemId, inquiryId);
      return written(was, inquiry, actor, "case.remove");
    });
  }

  /** Open tasks of the matters that the actor may see, the nearest day first; only their own, or everybody's. */
  @Transactional
  public List<OpenTask> openTasks(Actor actor, boolean own, int limit) {
    return items.openTasks(Sight.of(actor), own ? (Long) actor.staffId() : null, limit);
  }

  /** How many of the actor's own tasks are due by a day. */
  @Transactional
  public int dueTasks(Actor actor, LocalDate until) {
    return items.dueTasks(Sight.of(actor), actor.staffId(), until);
  }

  /** Their key is gone, so nothing could be read; now the rows are gone too. */
  @EventListener
  void erased(ContactErased event) {
    items.deleteOf(event.contactId());
  }

  /** What is done with an entry that is held. */
  private interface Act {
    CaseWriting on(Inquiry inquiry, CaseItem was);
  }

  private CaseWriting with(long inquiryId, long itemId, Actor actor, Act act) {
    return held(inquiryId, actor).flatMap(inquiry -> items.find(itemId, inquiry).map(was -> act.on(inquiry, was))).orElseGet(CaseWriting.NotHere::new);
  }

  private Optional<Inquiry> held(long inquiryId, Actor actor) {
    return inquiries.find(inquiryId, actor).flatMap(i -> inquiries.hold(i.id()));
  }

  private CaseWriting save(CaseItem item, Inquiry inquiry, Actor actor, String act) {
    return items.update(item, inquiry) ? written(item, inquiry, actor, act) : new CaseWriting.NotHere();
  }

  private CaseWriting written(CaseItem item, Inquiry inquiry, Actor actor, String act) {
    trail.event(inquiry, actor, act, item.kind().name());
    audit.record(actor, "inquiry." + act, "inquiry", inquiry.id(), item.kind().name() + " " + item.id());
    return new CaseWriting.Written(item);
  }

  private Map<String, String> flaws(CaseKind kind, CaseDraft draft, Inquiry inquiry) {
    var flaws = kind.flaws(kind.known(draft.values()));
    boolean task = kind == CaseKind.TASK;
    boolean dated = draft.dueOn() != null && !draft.dueOn().isBlank();
    if (dated && (!task || CaseField.day(draft.dueOn()) == null)) {
      flaws.put(DUE, task ? "date" : "unknown");
    }
    if (draft.staffId() != null && (!task || !sees(draft.staffId(), inquiry))) {
      flaws.put(STAFF, "notAtDesk");
    }
    return flaws;
  }

  private boolean sees(long staffId, Inquiry inquiry) {
    return staffs.find(staffId).filter(Staff::active).flatMap(staff -> inquiries.find(inquiry.id(), staff.actor())).isPresent();
  }
}
