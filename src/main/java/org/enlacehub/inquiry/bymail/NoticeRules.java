package org.enlacehub.inquiry.bymail;

import java.time.Duration;

/**
 * What {@code config/inquiry/mail.yml} says of mails to officers.
 *
 * @param usual what holds for officers who have not chosen
 * @param words a mail may hold the person's words, but of urgent matters
 * @param answerable how long a mail may be answered
 */
record NoticeRules(NoticeChoice usual, boolean words, Duration answerable) {
  static final NoticeRules NOTHING_SAID = new NoticeRules(NoticeChoice.MINE, false, Duration.ofDays(7));
}
