package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.contact.ContactDraft;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Origin;

/** Answers that act: {@code config/inquiry/macros.yml}, filled in for one person in their language, done in one step and one transaction. */
@Singleton
public class Macros {
  private final List<Macro> all;
  private final InquiryRepository inquiries;
  private final EntryRepository entries;
  private final Inquiries acts;
  private final Answers answers;
  private final AnswerValues values;
  private final Contacts contacts;
  private final Desks desks;
  private final Clock clock;

  Macros(MacroList macros, InquiryRepository inquiries, EntryRepository entries, Inquiries acts, Answers answers, AnswerValues values,
      Contacts contacts, Desks desks, Clock clock) {
    this.all = macros.all();
    this.inquiries = inquiries;
    this.entries = entries;
    this.acts = acts;
    this.answers = answers;
    this.values = values;
    this.contacts = contacts;
    this.desks = desks;
    this.clock = clock;
  }

  /** What the files hold. */
  record MacroList(List<Macro> all) {}

  /**
   * A macro as an officer sees it before using it.
   *
   * @param text the answer as the person will read it; empty for none
   * @param acts codes of what is done besides, each with what it is done with: {@code close answered}
   */
  public record Shown(String code, String title, String text, List<String> acts) {}

  /** All of them for one matter, in the language of the officer, with what {@link AnswerValues} says of it. */
  public List<Shown> shown(Inquiry inquiry, String staffLanguage, Map<String, Object> filled) {
    return all.stream().map(macro -> new Shown(macro.code(), ReadyReplies.in(macro.title(), staffLanguage), text(macro, inquiry, filled), acts(macro))).toList();
  }

  /**
   * Uses one.
   *
   * @param seen the newest entry that the actor saw
   * @throws NobodyThere when it would move a protected matter to a desk where nobody is named to it; then nothing is done
   */
  @Transactional
  public MacroOutcome use(long id, Actor actor, String code, long seen) {
    var macro = all.stream().filter(one -> one.code().equals(code)).findFirst();
    var found = macro.flatMap(_ -> inquiries.lock(id, Sight.of(actor)));
    if (found.isEmpty()) {
      return new MacroOutcome.NotHere();
    }
    var inquiry = found.get();
    if (inquiry.closed()) {
      return new MacroOutcome.Closed();
    }
    var newer = entries.unseen(inquiry, seen, actor.staffId());
    if (!newer.isEmpty()) {
      return new MacroOutcome.Stale(newer);
    }
    var text = text(macro.get(), inquiry, values.of(inquiry, actor));
    if (!text.isEmpty()) {
      answers.reply(id, actor, text, null, Duration.ZERO);
    }
    act(macro.get(), inquiry, actor);
    return new MacroOutcome.Done(inquiries.find(id, Sight.ALL).orElse(inquiry));
  }

  private void act(Macro macro, Inquiry inquiry, Actor actor) {
    long id = inquiry.id();
    if (macro.tag() != null) {
      contacts.amend(inquiry.contactId(), ContactDraft.builder().tag(macro.tag()).build(), Origin.staff(actor, "macro"));
    }
    if (macro.assign() != null) {
      acts.assign(id, actor, macro.assign() ? (Long) actor.staffId() : null);
    }
    if (macro.snoozeDays() != null) {
      var zone = desks.zone(inquiry.desk());
      acts.snooze(id, actor, clock.instant().atZone(zone).toLocalDate().plusDays(macro.snoozeDays()).atTime(Inquiries.MORNING).atZone(zone).toInstant(), null);
    }
    if (macro.transfer() != null) {
      acts.transfer(id, actor, macro.transfer(), null);
    }
    if (macro.close() != null) {
      acts.close(id, actor, macro.close());
    }
  }

  private static String text(Macro macro, Inquiry inquiry, Map<String, Object> values) {
    return macro.answer().isEmpty() ? "" : ReadyReplies.fill(ReadyReplies.in(macro.answer(), inquiry.language()), values);
  }

  private static List<String> acts(Macro macro) {
    return Stream.of(Optional.ofNullable(macro.tag()).map(tag -> "tag " + tag),
        Optional.ofNullable(macro.assign()).map(me -> me ? "assign me" : "assign nobody"),
        Optional.ofNullable(macro.snoozeDays()).map(days -> "snooze " + days), Optional.ofNullable(macro.transfer()).map(desk -> "transfer " + desk),
        Optional.ofNullable(macro.close()).map(outcome -> "close " + outcome)).flatMap(Optional::stream).toList();
  }
}
