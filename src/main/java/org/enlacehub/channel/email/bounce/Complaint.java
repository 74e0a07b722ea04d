package org.enlacehub.channel.email.bounce;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;
import org.enlacehub.channel.email.reading.MailAddress;
import org.enlacehub.channel.email.reading.MailHeaders;
import org.enlacehub.channel.email.reading.ReceivedMail;

/**
 * Somebody marked a mail of ours as spam (ARF, RFC 5965).
 *
 * @param recipient whose mailbox it was; null when the provider hides it
 * @param originalMessageId with angle brackets; null when the report does not say
 * @param type {@code abuse}, {@code fraud}, {@code opt-out} …
 */
public record Complaint(@Nullable String recipient, @Nullable String originalMessageId, String type) {
  private static final String REPORT = "message/feedback-report";

  /** Empty when the mail is none, or reports something that is no complaint ({@code not-spam}, authentication failures). */
  public static Optional<Complaint> of(ReceivedMail mail) {
    var report = mail.reports().stream().filter(r -> r.type().equals(REPORT) && r.depth() == 0).findFirst();
    if (report.isEmpty() && !mail.reportType().equals("feedback-report")) {
      return Optional.empty();
    }
    var fields = MailHeaders.parse(report.map(ReceivedMail.Report::text).orElse(""));
    var type = fields.first("feedback-type").map(text -> text.strip().toLowerCase(java.util.Locale.ROOT)).orElse("abuse");
    if (type.equals("not-spam") || type.equals("auth-failure")) {
      return Optional.empty();
    }
    var original = ReturnedMail.of(mail);
    var recipient = fields.first("original-rcpt-to").flatMap(MailAddress::bare)
        .or(() -> fields.first("removal-recipient").flatMap(MailAddress::bare)).or(() -> original.flatMap(ReturnedMail::onlyRecipient));
    return Optional.of(new Complaint(recipient.orElse(null), original.map(ReturnedMail::messageId).orElse(null), type));
  }

  @Override
  public String toString() {
    return "complaint " + type;
  }
}
