package org.enlacehub.channel.email.reading;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * A mail as it can be read. It holds personal data and prints nothing of it.
 *
 * @param from who says to have written it; null when nobody does
 * @param recipients addresses of {@code To}, {@code Cc} and of where it was delivered, at most a thousand
 * @param date as written, null when there is none or it is none
 * @param messageId with its angle brackets; null when there is none
 * @param references message ids of what it answers, the nearest first
 * @param text the readable text; made from the HTML where no other was written
 * @param ownText what the writer wrote themselves: without quotes of other mails and signatures
 * @param html as it came, unsafe to show; null when there is none
 * @param attachments files that came along, in their order
 * @param reports machine-readable parts, and mails that are returned or forwarded inside
 */
public record ReceivedMail(MailHeaders headers, @Nullable MailAddress from, List<MailAddress> recipients, String subject,
    @Nullable Instant date, @Nullable String messageId, List<String> references, String text, String ownText, @Nullable String html,
    List<Attachment> attachments, List<Report> reports) {

  /**
   * A file that came along.
   *
   * @param number 0 for the first
   * @param type as it is labelled, lower case
   * @param bytes its size, near enough for people
   */
  public record Attachment(int number, String name, String type, long bytes) {}

  /**
   * A part for machines, or a mail inside this one.
   *
   * @param type {@code message/delivery-status}, {@code message/feedback-report}, {@code text/rfc822-headers}, {@code message/rfc822} …
   * @param depth 0 for a part of this mail, more for one inside a mail that is enclosed
   * @param text its beginning; of a mail its headers
   */
  public record Report(String type, int depth, String text) {}

  /** The type of the whole. */
  public String contentType() {
    return ContentType.ofPart(headers).value();
  }

  /** What a {@code multipart/report} says to report; empty for other mails. */
  public String reportType() {
    var type = ContentType.ofPart(headers);
    var report = type.parameter("report-type");
    return type.is("multipart/report") && report != null ? report.toLowerCase(java.util.Locale.ROOT) : "";
  }

  @Override
  public String toString() {
    return "mail";
  }
}
