package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.inquiry.InquiryWatch.Happened;
import org.enlacehub.platform.id.Ids;

/** What officers do with inquiries. Each act sees only what lies at the actor's desk, and leaves a line in the thread and the audit log. */
@Singleton
public class Inquiries {
  /** What is put off to a day comes back when the desk opens. */
  public static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final Actor ASSIGNMENT = Actor.system("assignment");
  private final InquiryRepository inquiries;
  private final EntryRepository entries;
  private final Protection protection;
  private final Mentions mentions;
  private final Staffs staffs;
  private final Consulates consulates;
  private final Deadlines deadlines;
  private final Trail trail;
  private final Watches watches;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  Inquiries(InquiryRepository inquiries, EntryRepository entries, Protection protection, Mentions mentions, Staffs staffs,
      Consulates consulates, Deadlines deadlines, Trail trail, Watches watches, AuditLog audit, Ids ids, Clock clock) {
    this.inquiries = inquiries;
    this.entries = entries;
    this.protection = protection;
    this.mentions = mentions;
    this.staffs = staffs;
    this.consulates = consulates;
    this.deadlines = deadlines;
    this.trail = trail;
    this.watches = watches;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds a note that only staff see, and tells the colleagues whom it names. */
  @Transactional
  public Optional<Entry> note(long id, Actor actor, String text) {
    return inquiries.lock(id, Sight.of(actor)).map(inquiry -> {
      var next = new Changed(inquiry).at(clock.instant());
      inquiries.save(next);
      return addNote(next, actor, text);
    });
  }

  /**
   * Gives the inquiry to a member of the desk; null leaves it to whoever takes it next.
   *
   * @throws NotAtDesk when that person could not open it
   */
  @Transactional
  public Optional<Inquiry> assign(long id, Actor actor, @Nullable Long ownerId) {
    return act(Happened.ASSIGNED, id, actor, "assign", ownerId == null ? null : Long.toString(ownerId), null, inquiry -> {
      if (ownerId != null && staffs.find(ownerId).filter(staff -> mayOwn(staff, inquiry)).isEmpty()) {
        throw new NotAtDesk(ownerId, inquiry.desk());
      }
      return Objects.equals(ownerId, inquiry.ownerId()) ? inquiry : new Changed(inquiry).owned(ownerId).at(clock.instant());
    });
  }

  /**
   * Gives an inquiry that nobody has to a member of the desk, for the product itself.
   *
   * @param reason act that the thread tells of: why this officer
   * @return false when somebody has it by now, or that person could not open it
   */
  @Transactional
  public boolean assignFree(long id, long ownerId, String reason) {
    var free = inquiries.lock(id, Sight.ALL).filter(inquiry -> inquiry.ownerId() == null && !inquiry.closed())
        .filter(inquiry -> staffs.find(ownerId).filter(staff -> mayOwn(staff, inquiry)).isPresent());
    free.ifPresent(inquiry -> act(Happened.ASSIGNED, id, ASSIGNMENT, reason, Long.toString(ownerId), null,
        same -> new Changed(same).owned(ownerId).at(clock.instant())));
    return free.isPresent();
  }

  /**
   * Moves the inquiry to another mission's desk, with a note for its officers; its deadline counts in that desk's hours.
   *
   * @throws NobodyThere when it is protected and nobody there is named to it
   */
  @Transactional
  public Optional<Inquiry> transfer(long id, Actor actor, String desk, @Nullable String note) {
    return move(id, actor, Sight.of(actor), desk, note);
  }

  /** Moves an inquiry to the desk of an actor who was called to it and cannot see it where it lies; for the urgent protocol. */
  @Transactional
  public Optional<Inquiry> takeOver(long id, Actor actor, String desk) {
    return move(id, actor, Sight.ALL, desk, null);
  }

  private Optional<Inquiry> move(long id, Actor actor, Sight sight, String desk, @Nullable String note) {
    return act(Happened.TRANSFERRED, id, actor, sight, "transfer", desk, note, inquiry -> {
      if (!protection.seenAt(inquiry, desk)) {
        throw new NobodyThere(id, desk);
      }
      var due = inquiry.waitingSince() == null ? inquiry.dueAt() : answerBy(inquiry.severity(), inquiry.waitingSince(), desk);
      return desk.equals(inquiry.desk()) ? inquiry : new Changed(inquiry).moved(desk, true, due, clock.instant()).at(clock.instant());
    });
  }

  /** Raises the severity by one step, at most to 1; or sets it, which also lowers: officers may, with a reason. */
  @Transactional
  public Optional<Inquiry> grade(long id, Actor actor, @Nullable Integer severity, @Nullable String reason) {
    return act(Happened.GRADED, id, actor, "severity", severity == null ? "+" : severity.toString(), reason, inquiry -> {
      int next = severity == null ? Math.max(1, inquiry.severity() - 1) : severity;
      return next == inquiry.severity() ? inquiry : new Changed(inquiry).judged(next, inquiry.category(), inquiry.topic())
          .due(regraded(inquiry, next)).at(clock.instant());
    });
  }

  /** Raising never postpones; what is lighter than it seemed counts from the question. */
  private Instant regraded(Inquiry inquiry, int next) {
    if (inquiry.waitingSince() == null) {
      return inquiry.dueAt();
    }
    if (next > inquiry.severity()) {
      return answerBy(next, inquiry.waitingSince(), inquiry.desk());
    }
    var sooner = answerBy(next, clock.instant(), inquiry.desk());
    return sooner.isBefore(inquiry.dueAt()) ? sooner : inquiry.dueAt();
  }

  /**
   * Ends the matter. An urgent one is ended by two people: the first proposes an outcome, and a second one who calls this ends it.
   * Whether it is ended shows in the result's state.
   */
  @Transactional
  public Optional<Inquiry> close(long id, Actor actor, String outcome) {
    var found = inquiries.lock(id, Sight.of(actor));
    boolean proposed = found.isPresent() && found.get().urgent() && (found.get().closing() == null || found.get().closing().by() == actor.staffId());
    if (proposed) {
      return act(Happened.CHANGED, id, actor, "closing", outcome, null,
          inquiry -> new Changed(inquiry).closing(new Inquiry.Closing(actor.staffId(), outcome)).at(clock.instant()));
    }
    return act(Happened.CLOSED, id, actor, "close", outcome, null,
        inquiry -> inquiry.closed() ? inquiry : new Changed(inquiry).ended(outcome, clock.instant()).at(clock.instant()));
  }

  /**
   * Puts the matter off until an instant, as a date for following up: it comes back then, or when the person writes, or when its deadline
   * comes. An urgent one that waits for us is not put off.
   */
  @Transactional
  public Optional<Inquiry> snooze(long id, Actor actor, Instant until, @Nullable String note) {
    return act(Happened.CHANGED, id, actor, "snooze", until.toString(), note, inquiry -> {
      boolean may = !inquiry.closed() && (!inquiry.urgent() || inquiry.waitingSince() == null) && until.isAfter(clock.instant());
      return may ? new Changed(inquiry).snoozed(until).at(clock.instant()) : inquiry;
    });
  }

  /** Brings back what was put off; changes nothing for what is not. */
  @Transactional
  public Optional<Inquiry> wake(long id, Actor actor) {
    return act(Happened.CHANGED, id, actor, "wake", null, null, inquiry -> inquiry.state() != InquiryState.SNOOZED ? inquiry
        : new Changed(inquiry).waiting(inquiry.waitingSince() == null ? clock.instant() : inquiry.waitingSince(),
            inquiry.waitingSince() == null ? answerBy(inquiry.severity(), clock.instant(), inquiry.desk()) : inquiry.dueAt())
            .at(clock.instant()));
  }

  /** Takes back the proposal to end an urgent matter. */
  @Transactional
  public Optional<Inquiry> keepOpen(long id, Actor actor) {
    return act(Happened.CHANGED, id, actor, "keepOpen", null, null,
        inquiry -> inquiry.closing() == null ? inquiry : new Changed(inquiry).closing(null).at(clock.instant()));
  }

  /** Takes an ended matter up again; changes nothing for one that is open, or when the person has another open one. */
  @Transactional
  public Optional<Inquiry> reopen(long id, Actor actor) {
    return act(Happened.REOPENED, id, actor, "reopen", null, null, inquiry -> {
      boolean only = inquiry.closed() && inquiries.newestOf(inquiry.contactId()).filter(other -> !other.closed()).isEmpty();
      return !only ? inquiry : new Changed(inquiry)
          .waiting(clock.instant(), answerBy(inquiry.severity(), clock.instant(), inquiry.desk())).at(clock.instant());
    });
  }

  private Optional<Inquiry> act(Happened what, long id, Actor actor, String act, @Nullable String detail, @Nullable String note,
      Function<Inquiry, Inquiry> change) {
    return act(what, id, actor, Sight.of(actor), act, detail, note, change);
  }

  private Optional<Inquiry> act(Happened what, long id, Actor actor, Sight sight, String act, @Nullable String detail,
      @Nullable String note, Function<Inquiry, Inquiry> change) {
    return inquiries.lock(id, sight).map(inquiry -> {
      var next = change.apply(inquiry);
      if (next == inquiry) {
        return inquiry;
      }
      inquiries.save(next);
      if (note != null && !note.isBlank()) {
        addNote(next, actor, note);
      }
      trail.event(next, actor, act, detail);
      audit.record(actor, "inquiry." + act, "inquiry", id, detail == null ? "" : detail);
      watches.tell(what, inquiry, next, actor, Set.of());
      return next;
    });
  }

  private Entry addNote(Inquiry inquiry, Actor actor, String text) {
    var entry = new Entry(ids.next(), inquiry.id(), Entry.Kind.NOTE, clock.instant(), null, actor.staffId(), null, null, null,
        inquiry.version(), text);
    entries.insert(entry, inquiry, null);
    mentions.note(inquiry, entry, actor);
    return entry;
  }

  private Instant answerBy(int severity, Instant heard, String desk) {
    return deadlines.answerBy(severity, heard, consulates.workingTime(desk));
  }

  private boolean mayOwn(Staff staff, Inquiry inquiry) {
    return Protection.fit(staff) && staff.actor().scope().covers(inquiry.desk()) && protection.shows(inquiry, staff.id());
  }
}
