package org.enlacehub.inquiry.bymail;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.delivery.Priority;
import org.enlacehub.delivery.Quiet;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.settings.Settings;
import org.enlacehub.template.StandardValues;

/** The mails to officers: that an inquiry is theirs to answer, and what came of an answer that could not be sent on. */
@Singleton
class NoticeMails {
  /** Enough of the thread to know its newest entry and the person's last words. */
  private static final int THREAD = 20;
  private static final int LONGEST_WORDS = 4_000;
  private static final Actor SYSTEM = Actor.system("notice");
  private final NoticeRepository notices;
  private final InquiryReader reader;
  private final Consulates consulates;
  private final Outbox outbox;
  private final StandardValues standard;
  private final Languages languages;
  private final NoticeRules rules;
  private final Settings settings;
  private final Clock clock;

  NoticeMails(NoticeRepository notices, InquiryReader reader, Consulates consulates, Outbox outbox, StandardValues standard, Languages languages,
      NoticeRules rules, Settings settings, Clock clock) {
    this.notices = notices;
    this.reader = reader;
    this.consulates = consulates;
    this.outbox = outbox;
    this.standard = standard;
    this.languages = languages;
    this.rules = rules;
    this.settings = settings;
    this.clock = clock;
  }

  /** Tells an officer of an inquiry. Joins the caller's transaction. */
  @Transactional
  void notice(Inquiry inquiry, Staff staff) {
    reader.open(inquiry.id(), SYSTEM, null, THREAD).ifPresent(opened -> {
      var now = clock.instant();
      long messageId = outbox.enqueue(to(staff, Content.template("aviso-consulta", values(opened, staff))));
      notices.insert(new Notice(messageId, inquiry.id(), inquiry.contactId(), staff.id(), opened.seen(), 0, now, now.plus(rules.answerable())));
    });
  }

  private Map<String, Object> values(InquiryReader.Opened opened, Staff staff) {
    var inquiry = opened.inquiry();
    var texts = languages.texts(staff.language());
    var values = new HashMap<>(standard.of(inquiry.desk(), null));
    values.put("reference", inquiry.reference());
    values.put("severity", inquiry.severity());
    values.put("category", texts.get("inquiry.category." + inquiry.category()));
    values.put("topic", texts.get("inquiry.topic." + inquiry.topic()));
    values.put("case_link", link(inquiry.id()));
    if (inquiry.waitingSince() != null) {
      var zone = consulates.byCode(inquiry.desk()).map(c -> c.zone()).orElse((ZoneId) ZoneOffset.UTC);
      values.put("answer_by", LocalDateTime.ofInstant(inquiry.dueAt(), zone));
    }
    if (inquiry.severity() == 1) {
      values.put("danger", inquiry.reference());
    }
    if (rules.words() && !inquiry.urgent() && !inquiry.restricted()) {
      opened.lines().stream().filter(line -> Objects.equals(line.entry().id(), inquiry.lastInEntry())).map(InquiryReader.Line::words)
          .filter(words -> !words.isBlank()).findFirst().ifPresent(words -> values.put("words", shortened(words)));
    }
    return values;
  }

  /** Tells the officer what came of an answer; a few times a notice at the most. Joins the caller's transaction. */
  @Transactional
  void outcome(Notice notice, Staff staff, MailAnswer outcome, String reference) {
    if (notices.mayTell(notice.messageId(), MailAnswers.MOST_TOLD)) {
      var texts = languages.texts(staff.language());
      outbox.enqueue(to(staff, new Content.OfText(
          Map.of(staff.language(), texts.get("mail.officer." + outcome, reference, link(notice.inquiryId()))),
          Map.of(staff.language(), texts.get("mail.officer.subject", reference)))));
    }
  }

  private static NewMessage to(Staff staff, Content content) {
    return NewMessage.toAddress(staff.email(), Channel.EMAIL, content).with(Purpose.SERVICE, Priority.REPLY, Quiet.NONE)
        .inLanguage(staff.language()).asAutomatic();
  }

  private String link(long inquiryId) {
    return settings.publicUrl() + "/bandeja/" + inquiryId;
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST_WORDS ? words : words.substring(0, words.offsetByCodePoints(0, Math.min(LONGEST_WORDS, words.codePointCount(0, words.length())))) + "…";
  }
}
