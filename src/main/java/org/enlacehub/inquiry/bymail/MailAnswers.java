package org.enlacehub.inquiry.bymail;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.inquiry.Answers;
import org.enlacehub.inquiry.Inquiries;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.NotAtDesk;
import org.enlacehub.inquiry.ReplyOutcome;
import org.enlacehub.inquiry.Trail;

/**
 * Takes what officers answer to notices from their own mail programs. The token of the notice says which inquiry and which officer; the
 * mail must come from that officer's address as well, and its server must not doubt it. The rules of the desk hold as in the console.
 */
@Singleton
public class MailAnswers {
  /** Two mail programs that answer each other stop after so many. */
  static final int MOST_TOLD = 5;
  /** The line below which a notice stands in an answer whose program does not mark quotes. */
  private static final Pattern NOTICE_BEGINS = Pattern.compile("(?ms)^[^\\n]*##-[^\\n]*-##.*");
  private static final Actor MAILBOX = Actor.system("mailbox");
  private static final String TAKE = "1";
  private final NoticeRepository notices;
  private final NoticeMails mails;
  private final Answers answers;
  private final Inquiries inquiries;
  private final InquiryReader reader;
  private final Staffs staffs;
  private final Trail trail;
  private final AuditLog audit;
  private final Clock clock;

  MailAnswers(NoticeRepository notices, NoticeMails mails, Answers answers, Inquiries inquiries, InquiryReader reader, Staffs staffs,
      Trail trail, AuditLog audit, Clock clock) {
    this.notices = notices;
    this.mails = mails;
    this.answers = answers;
    this.inquiries = inquiries;
    this.reader = reader;
    this.staffs = staffs;
    this.trail = trail;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A mail that answers a notice.
   *
   * @param from the address that it says to come from, normalised
   * @param believed the receiving server has nothing against that address
   * @param text the writer's own words, without quotes and signatures
   * @param files it has attachments that are more than the pictures of a signature
   */
  public record Letter(String from, boolean believed, String text, boolean files) {
    @Override
    public String toString() {
      return "letter";
    }
  }

  /** Whose matter a notice was about; empty when the message is no notice. */
  @Transactional
  public OptionalLong contactOf(long messageId) {
    return notices.find(messageId).map(notice -> OptionalLong.of(notice.contactId())).orElse(OptionalLong.empty());
  }

  /**
   * Takes a mail that answers a notice, in the caller's transaction, and tells the officer when it could not be sent on.
   *
   * @throws IllegalArgumentException when the message is no notice
   */
  @Transactional
  public MailAnswer take(long messageId, Letter letter) {
    var notice = notices.find(messageId).orElseThrow(() -> new IllegalArgumentException("message " + messageId + " is no notice"));
    var inquiry = reader.find(notice.inquiryId(), MAILBOX);
    var staff = staffs.find(notice.staffId()).filter(Staff::active);
    var outcome = staff.isEmpty() || inquiry.isEmpty() ? MailAnswer.NO_OFFICER : judge(notice, staff.get(), letter);
    if (outcome == MailAnswer.NOT_THE_OFFICER && notice.told() < MOST_TOLD) {
      trail.event(inquiry.get(), MAILBOX, "mail.refused", null);
    }
    boolean acted = outcome != MailAnswer.NOT_THE_OFFICER && outcome != MailAnswer.NO_OFFICER;
    audit.record(acted ? staff.get().actor() : MAILBOX, acted ? "inquiry.mail" : "inquiry.mail.refused", "inquiry", notice.inquiryId(),
        outcome + " staff " + notice.staffId());
    if (!outcome.quiet()) {
      mails.outcome(notice, staff.get(), outcome, inquiry.map(Inquiry::reference).orElse(""));
    }
    return outcome;
  }

  private MailAnswer judge(Notice notice, Staff staff, Letter letter) {
    if (!letter.believed() || !staff.email().equalsIgnoreCase(letter.from())) {
      return MailAnswer.NOT_THE_OFFICER;
    }
    if (notice.expiresAt().isBefore(clock.instant())) {
      return MailAnswer.EXPIRED;
    }
    var text = NOTICE_BEGINS.matcher(letter.text()).replaceFirst("").strip();
    if (text.isEmpty() || text.length() > Answers.LONGEST) {
      return text.isEmpty() ? MailAnswer.EMPTY : MailAnswer.TOO_LONG;
    }
    return text.equals(TAKE) ? take(notice, staff) : reply(notice, staff, text, letter.files());
  }

  private MailAnswer take(Notice notice, Staff staff) {
    try {
      return inquiries.assign(notice.inquiryId(), staff.actor(), staff.id()).isPresent() ? MailAnswer.TAKEN : MailAnswer.NOT_AT_DESK;
    } catch (NotAtDesk e) {
      return MailAnswer.NOT_AT_DESK;
    }
  }

  private MailAnswer reply(Notice notice, Staff staff, String text, boolean files) {
    return switch (answers.reply(notice.inquiryId(), staff.actor(), text, notice.seenEntry(), Duration.ZERO)) {
      case ReplyOutcome.Queued(var entry) -> {
        notices.seen(notice.messageId(), entry.id());
        yield files ? MailAnswer.SENT_WITHOUT_FILES : MailAnswer.SENT;
      }
      case ReplyOutcome.Stale _ -> kept(notice, staff, text, MailAnswer.STALE);
      case ReplyOutcome.Closed() -> kept(notice, staff, text, MailAnswer.CLOSED);
      case ReplyOutcome.NotHere() -> MailAnswer.NOT_AT_DESK;
    };
  }

  private MailAnswer kept(Notice notice, Staff staff, String text, MailAnswer outcome) {
    reader.saveDraft(notice.inquiryId(), staff.actor(), text);
    return outcome;
  }
}
