package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Objects;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.contact.Channel;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.inquiry.BeforeAnswerRepository.Before;
import org.enlacehub.inquiry.InquiryWatch.Happened;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.template.StandardValues;

/** What officers answer: on fresh sight only, with a moment to call it back, and back in the queue when it does not arrive. */
@Singleton
public class Answers {
  /** The longest answer or note, in characters. */
  public static final int LONGEST = 10_000;
  private final InquiryRepository inquiries;
  private final EntryRepository entries;
  private final DraftRepository drafts;
  private final BeforeAnswerRepository before;
  private final Outbox outbox;
  private final Windows windows;
  private final StandardValues standard;
  private final Trail trail;
  private final Watches watches;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  Answers(InquiryRepository inquiries, EntryRepository entries, DraftRepository drafts, BeforeAnswerRepository before, Outbox outbox,
      Windows windows, StandardValues standard, Trail trail, Watches watches, AuditLog audit, Ids ids, Clock clock) {
    this.inquiries = inquiries;
    this.entries = entries;
    this.drafts = drafts;
    this.before = before;
    this.outbox = outbox;
    this.windows = windows;
    this.standard = standard;
    this.trail = trail;
    this.watches = watches;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Answers the person, by the channel they wrote by last.
   *
   * @param seen the newest entry that the officer saw, 0 for none; null when the caller does not guard against answering twice
   * @param undo how long the answer may still be called back; nothing for urgent matters, which leave at once
   */
  @Transactional
  public ReplyOutcome reply(long id, Actor actor, String text, @Nullable Long seen, Duration undo) {
    var found = inquiries.lock(id, Sight.of(actor));
    if (found.isEmpty()) {
      return new ReplyOutcome.NotHere();
    }
    var inquiry = found.get();
    if (inquiry.closed()) {
      return new ReplyOutcome.Closed();
    }
    if (seen != null) {
      var newer = entries.unseen(inquiry, seen, actor.staffId());
      if (!newer.isEmpty()) {
        return new ReplyOutcome.Stale(newer);
      }
    }
    return new ReplyOutcome.Queued(send(inquiry, actor, text, undo));
  }

  private Entry send(Inquiry inquiry, Actor actor, String text, Duration undo) {
    var now = clock.instant();
    var values = new HashMap<>(standard.of(inquiry.desk(), null));
    values.put("reference", inquiry.reference());
    values.put("answer", text);
    long messageId = outbox.enqueue(NewMessage.to(inquiry.contactId(), Content.template("respuesta-oficial", values))
        .asReply(inquiry.id()).by(inquiry.channel()).at(inquiry.addressId()).inLanguage(inquiry.language())
        .between(undo.isZero() || inquiry.urgent() ? null : now.plus(undo), null));
    askToOpen(inquiry, now);
    boolean takes = inquiry.ownerId() == null && actor.staffId() != 0;
    var answered = new Changed(inquiry).answered(now).owned(takes ? (Long) actor.staffId() : inquiry.ownerId()).at(now);
    inquiries.save(answered);
    var entry = new Entry(ids.next(), inquiry.id(), Entry.Kind.OUT, now, inquiry.channel(), actor.staffId(), messageId, null, null,
        answered.version(), text);
    entries.insert(entry, answered, null);
    before.keep(messageId, inquiry, now);
    drafts.delete(inquiry.id(), actor.staffId());
    audit.record(actor, "inquiry.reply", "inquiry", inquiry.id(), "message " + messageId);
    watches.tell(Happened.ANSWERED, inquiry, answered, actor, Set.of());
    return entry;
  }

  /** Where WhatsApp lets us write no more, the answer waits and a template asks the person to write, once a day at most. */
  private void askToOpen(Inquiry inquiry, Instant now) {
    if (inquiry.channel() != Channel.WHATSAPP || !windows.open(Set.of(inquiry.contactId()), now).isEmpty()) {
      return;
    }
    var values = new HashMap<>(standard.of(inquiry.desk(), null));
    values.put("reference", inquiry.reference());
    outbox.enqueue(NewMessage.to(inquiry.contactId(), Content.template("respuesta-lista", values)).asReply(inquiry.id()).by(Channel.WHATSAPP)
        .at(inquiry.addressId()).inLanguage(inquiry.language()).asAutomatic()
        .once("open:" + inquiry.id() + ":" + LocalDate.ofInstant(now, ZoneOffset.UTC)));
  }

  /**
   * Calls back an answer of the actor's own that has not left: the matter stands as before, and the words are the actor's draft again.
   * False when it is too late, or no answer of theirs.
   */
  @Transactional
  public boolean undo(long id, long messageId, Actor actor) {
    var inquiry = inquiries.lock(id, Sight.of(actor));
    var answer = inquiry.flatMap(i -> entries.answer(i, messageId)).filter(a -> Objects.equals(a.authorId(), actor.staffId()));
    if (answer.isEmpty() || !outbox.cancel(messageId, "undone")) {
      return false;
    }
    entries.markUndone(answer.get().id());
    var restored = before.take(messageId).map(was -> unanswered(inquiry.get(), answer.get(), was))
        .orElseGet(() -> new Changed(inquiry.get()).at(clock.instant()));
    inquiries.save(restored);
    if (answer.get().body() != null) {
      drafts.save(inquiry.get(), actor.staffId(), answer.get().body(), clock.instant());
    }
    trail.event(restored, actor, "undo", null);
    return true;
  }

  /** The inquiry without an answer: everything as it stood before, unless another answer or new words came meanwhile. */
  private Inquiry unanswered(Inquiry now, Entry answer, Before was) {
    var changed = new Changed(now);
    var other = entries.answeredAfter(now, answer);
    changed.firstReply(was.firstReplyAt() != null ? was.firstReplyAt() : other.orElse(null));
    if (other.isEmpty()) {
      var since = earlier(was.waitingSince(), now.waitingSince());
      if (since == null) {
        changed.resting();
      } else {
        changed.waiting(since, earlier(was.dueAt(), now.dueAt()));
      }
      if (was.ownerId() == null && Objects.equals(now.ownerId(), answer.authorId())) {
        changed.owned(null);
      }
    }
    return changed.at(clock.instant());
  }

  /**
   * An answer did not reach the person by any channel: they still wait, since as long as before, and come first among their like.
   * Does nothing for what the product itself had answered, and for a failure that was told before.
   */
  @Transactional
  void failed(long messageId) {
    entries.inquiryOf(messageId).flatMap(id -> inquiries.lock(id, Sight.ALL)).ifPresent(inquiry -> entries.answer(inquiry, messageId).ifPresent(answer ->
        before.take(messageId).ifPresent(was -> {
          var now = clock.instant();
          var changed = new Changed(inquiry);
          if (!inquiry.closed() || inquiries.newestOf(inquiry.contactId()).filter(i -> i.id() != inquiry.id() && !i.closed()).isEmpty()) {
            var since = earlier(was.waitingSince(), inquiry.waitingSince());
            changed.waiting(since == null ? was.answeredAt() : since, now);
          }
          if (was.answeredAt().equals(inquiry.firstReplyAt())) {
            changed.firstReply(was.firstReplyAt());
          }
          inquiries.save(changed.at(now));
          trail.event(changed.at(now), Actor.system("delivery"), "failed", null);
        })));
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || b != null && b.isBefore(a) ? b : a;
  }
}
