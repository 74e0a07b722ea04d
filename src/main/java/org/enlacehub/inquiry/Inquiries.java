package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.DeskScope;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.template.StandardValues;

/** What officers do with inquiries. Each act sees only what lies at the actor's desk, and leaves a line in the thread and the audit log. */
@Singleton
public class Inquiries {
  private final InquiryRepository inquiries;
  private final EntryRepository entries;
  private final DraftRepository drafts;
  private final Outbox outbox;
  private final StandardValues standard;
  private final Consulates consulates;
  private final Deadlines deadlines;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  Inquiries(InquiryRepository inquiries, EntryRepository entries, DraftRepository drafts, Outbox outbox, StandardValues standard,
      Consulates consulates, Deadlines deadlines, AuditLog audit, Ids ids, Clock clock) {
    this.inquiries = inquiries;
    this.entries = entries;
    this.drafts = drafts;
    this.outbox = outbox;
    this.standard = standard;
    this.consulates = consulates;
    this.deadlines = deadlines;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Answers the person, by the channel they wrote by last.
   *
   * @param seen the newest entry that the officer saw; null when the caller does not guard against answering twice
   * @param undo how long the answer may still be called back
   */
  @Transactional
  public ReplyOutcome reply(long id, Actor actor, String text, @Nullable Long seen, Duration undo) {
    var found = inquiries.lock(id, actor.scope());
    if (found.isEmpty()) {
      return new ReplyOutcome.NotHere();
    }
    var inquiry = found.get();
    if (inquiry.closed()) {
      return new ReplyOutcome.Closed();
    }
    var newer = seen == null ? Optional.<Entry>empty() : entries.find(id, seen);
    if (newer.isPresent()) {
      var sent = entries.sentAfter(inquiry, newer.get());
      if (!sent.isEmpty()) {
        return new ReplyOutcome.Stale(sent);
      }
    }
    var now = clock.instant();
    var values = new HashMap<>(standard.of(inquiry.desk(), null));
    values.put("reference", inquiry.reference());
    values.put("answer", text);
    long messageId = outbox.enqueue(NewMessage.to(inquiry.contactId(), Content.template("respuesta-oficial", values)).asReply(id)
        .by(inquiry.channel()).at(inquiry.addressId()).inLanguage(inquiry.language())
        .between(undo.isZero() || inquiry.urgent() ? null : now.plus(undo), null));
    var entry = new Entry(ids.next(), id, Entry.Kind.OUT, now, inquiry.channel(), actor.staffId(), messageId, null, null, text);
    entries.insert(entry, inquiry.contactId(), null);
    save(new Changed(inquiry).answered(inquiry.ownerId() == null && actor.staffId() != 0 ? (Long) actor.staffId() : inquiry.ownerId(), now));
    drafts.delete(id, actor.staffId());
    audit.record(actor, "inquiry.reply", "inquiry", id, "message " + messageId);
    return new ReplyOutcome.Queued(entry);
  }

  /** Calls back an answer that has not left; the words come back as the officer's draft. False when it is too late. */
  @Transactional
  public boolean undo(long id, long messageId, Actor actor) {
    var inquiry = inquiries.lock(id, actor.scope());
    if (inquiry.isEmpty() || entries.inquiryOfMessage(messageId).filter(of -> of == id).isEmpty() || !outbox.cancel(messageId, "undone")) {
      return false;
    }
    var now = clock.instant();
    var last = inquiry.get().lastActivityAt();
    save(new Changed(inquiry.get()).waitingForUs(inquiry.get().severity(), last, due(inquiry.get(), inquiry.get().severity()), now));
    event(inquiry.get(), actor, "undo", null);
    return true;
  }

  /** Adds a note that only staff see. */
  @Transactional
  public Optional<Entry> note(long id, Actor actor, String text) {
    return inquiries.lock(id, actor.scope()).map(inquiry -> {
      var entry = new Entry(ids.next(), id, Entry.Kind.NOTE, clock.instant(), null, actor.staffId(), null, null, null, text);
      entries.insert(entry, inquiry.contactId(), null);
      save(new Changed(inquiry).touched(clock.instant()));
      return entry;
    });
  }

  /** Gives the inquiry to a member of the desk; null leaves it to whoever takes it next. */
  @Transactional
  public Optional<Inquiry> assign(long id, Actor actor, @Nullable Long ownerId) {
    return act(id, actor, "assign", ownerId == null ? null : Long.toString(ownerId),
        inquiry -> new Changed(inquiry).owned(ownerId, clock.instant()));
  }

  /** Moves the inquiry to another mission's desk, with a note for its officers. */
  @Transactional
  public Optional<Inquiry> transfer(long id, Actor actor, String desk, @Nullable String note) {
    if (note != null && !note.isBlank()) {
      note(id, actor, note);
    }
    return act(id, actor, "transfer", desk, inquiry -> new Changed(new Changed(inquiry).at(desk, true)).touched(clock.instant()));
  }

  /** Raises the severity by one step, at most to 1; or sets it, which also lowers: officers may, with a reason. */
  @Transactional
  public Optional<Inquiry> grade(long id, Actor actor, @Nullable Integer severity, @Nullable String reason) {
    if (reason != null && !reason.isBlank()) {
      note(id, actor, reason);
    }
    return act(id, actor, "severity", severity == null ? "+" : severity.toString(), inquiry -> {
      int next = severity == null ? Math.max(1, inquiry.severity() - 1) : severity;
      return new Changed(inquiry).graded(next, due(inquiry, next), clock.instant());
    });
  }

  @Transactional
  public Optional<Inquiry> close(long id, Actor actor, String outcome) {
    return act(id, actor, "close", outcome, inquiry -> new Changed(inquiry).ended(outcome, clock.instant()));
  }

  /** Takes an ended matter up again; changes nothing for one that is open, or when the person has another open one. */
  @Transactional
  public Optional<Inquiry> reopen(long id, Actor actor) {
    return act(id, actor, "reopen", null, inquiry -> inquiry.closed() && inquiries.newestOf(inquiry.contactId()).filter(other -> !other.closed()).isEmpty()
        ? new Changed(inquiry).waitingForUs(inquiry.severity(), clock.instant(), due(inquiry, inquiry.severity()), clock.instant())
        : inquiry);
  }

  /** An answer did not arrive: the person still waits. */
  @Transactional
  void replyFailed(long id) {
    inquiries.lock(id, new DeskScope.All()).filter(i -> i.state() == InquiryState.WAITING).ifPresent(inquiry -> {
      var now = clock.instant();
      save(new Changed(inquiry).waitingForUs(inquiry.severity(), inquiry.lastActivityAt(), now, now));
      event(inquiry, Actor.system("delivery"), "failed", null);
    });
  }

  private Optional<Inquiry> act(long id, Actor actor, String act, @Nullable String detail, Function<Inquiry, Inquiry> change) {
    return inquiries.lock(id, actor.scope()).map(inquiry -> {
      var next = change.apply(inquiry);
      if (next != inquiry) {
        save(next);
        event(next, actor, act, detail);
        audit.record(actor, "inquiry." + act, "inquiry", id, detail == null ? "" : detail);
      }
      return next;
    });
  }

  private Instant due(Inquiry inquiry, int severity) {
    return deadlines.answerBy(severity, clock.instant(), consulates.workingTime(inquiry.desk()));
  }

  private void save(Inquiry inquiry) {
    if (!inquiries.update(inquiry)) {
      throw new IllegalStateException("inquiry " + inquiry.id() + " changed while its row was held");
    }
  }

  private void event(Inquiry inquiry, Actor actor, String act, @Nullable String detail) {
    entries.insert(new Entry(ids.next(), inquiry.id(), Entry.Kind.EVENT, clock.instant(), null,
        actor.staffId() == 0 ? null : actor.staffId(), null, act, detail, null), inquiry.contactId(), null);
  }
}
