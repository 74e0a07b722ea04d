package org.enlacehub.sandbox.mail;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Writes what other mail servers and people send back by themselves: delivery reports, complaints, automatic answers. */
@Singleton
final class Reports {
  private static final String BOUNDARY = "=_enlace-sandbox-report";

  private final Clock clock;

  Reports(Clock clock) {
    this.clock = clock;
  }

  /** True when mail to such an address makes something come back. */
  static boolean answers(AddressBehaviour behaviour) {
    return switch (behaviour) {
      case BOUNCE, SOFT_BOUNCE, ODD_BOUNCE, COMPLAINT, AWAY -> true;
      default -> false;
    };
  }

  byte[] about(CaughtMail mail, String recipient, AddressBehaviour behaviour) {
    var text = switch (behaviour) {
      case BOUNCE -> deliveryReport(mail, recipient, "failed", "5.1.1", "550 5.1.1 User unknown");
      case SOFT_BOUNCE -> deliveryReport(mail, recipient, "failed", "4.2.2", "452 4.2.2 Mailbox full");
      case ODD_BOUNCE -> oddBounce(mail, recipient);
      case COMPLAINT -> complaint(mail, recipient);
      case AWAY -> away(mail, recipient);
      default -> throw new IllegalArgumentException(behaviour + " makes nothing come back");
    };
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private String deliveryReport(CaughtMail mail, String recipient, String action, String status, String diagnostic) {
    return head("Mail Delivery Subsystem <mailer-daemon@" + domain(recipient) + ">", mail.envelopeFrom(),
        "Undelivered Mail Returned to Sender")
        + """
        Auto-Submitted: auto-replied
        Content-Type: multipart/report; report-type=delivery-status; boundary="%1$s"

        --%1$s
        Content-Type: text/plain; charset=utf-8

        Your message could not be delivered to <%2$s>: %5$s

        --%1$s
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.%6$s
        Arrival-Date: %7$s

        Final-Recipient: rfc822; %2$s
        Action: %3$s
        Status: %4$s
        Remote-MTA: dns; mx.%6$s
        Diagnostic-Code: smtp; %5$s

        --%1$s
        Content-Type: text/rfc822-headers

        %8$s
        --%1$s--
        """.formatted(BOUNDARY, recipient, action, status, diagnostic, domain(recipient), now(), headers(mail));
  }

  private String oddBounce(CaughtMail mail, String recipient) {
    return head("postmaster@" + domain(recipient), mail.envelopeFrom(), "failure notice")
        + """
        Content-Type: text/plain; charset=utf-8

        Hi. This is the mail program at %1$s.
        I was not able to deliver your message to the following address.
        This is a permanent error; I have given up.

        <%2$s>:
        Sorry, no mailbox here by that name. (#5.1.1)

        --- Below this line is a copy of the message.

        %3$s
        """.formatted(domain(recipient), recipient, headers(mail));
  }

  private String complaint(CaughtMail mail, String recipient) {
    return head("Feedback <feedback@" + domain(recipient) + ">", mail.envelopeFrom(), "Abuse report")
        + """
        Content-Type: multipart/report; report-type=feedback-report; boundary="%1$s"

        --%1$s
        Content-Type: text/plain; charset=utf-8

        A person marked this message as spam.

        --%1$s
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: EnlaceSandbox/1
        Version: 1
        Original-Mail-From: <%2$s>
        Original-Rcpt-To: <%3$s>
        Arrival-Date: %4$s

        --%1$s
        Content-Type: message/rfc822

        %5$s

        --%1$s--
        """.formatted(BOUNDARY, mail.envelopeFrom(), recipient, now(), headers(mail));
  }

  private String away(CaughtMail mail, String recipient) {
    return head(recipient, mail.envelopeFrom(), "Fuera de la oficina / Out of office")
        + """
        Auto-Submitted: auto-replied
        Precedence: bulk
        In-Reply-To: %s
        Content-Type: text/plain; charset=utf-8

        Estoy de viaje y vuelvo el lunes. / I am travelling and back on Monday.
        """.formatted(header(mail, "message-id"));
  }

  private String head(String from, String to, String subject) {
    return """
        Return-Path: <>
        Delivered-To: %2$s
        Message-ID: <%4$s@sandbox.enlace>
        Date: %5$s
        From: %1$s
        To: %2$s
        Subject: %3$s
        MIME-Version: 1.0
        """.formatted(from, to, subject, UUID.randomUUID(), now());
  }

  private static String headers(CaughtMail mail) {
    var text = new String(mail.raw(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    int end = text.indexOf("\n\n");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String header(CaughtMail mail, String name) {
    return headers(mail).lines().filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse("");
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private String now() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
  }
}
