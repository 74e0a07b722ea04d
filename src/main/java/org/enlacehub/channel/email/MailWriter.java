package org.enlacehub.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.enlacehub.channel.Outgoing;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.email.reading.HtmlText;

/** Writes a mail. Line breaks in headers are folded into spaces, so that no value can add a header. */
final class MailWriter {
  private static final String UTF_8 = "UTF-8";

  private MailWriter() {}

  static SMTPMessage write(Session session, Sender sender, Outgoing message, InternetAddress to,
      Instant now) throws MessagingException {
    var parts = message.mail();
    var mail = new OurMail(session, parts == null ? null : parts.messageIdHeader());
    mail.setEnvelopeFrom(parts == null || parts.envelopeFrom() == null ? sender.bareAddress() : oneLine(parts.envelopeFrom()));
    mail.setFrom(from(sender));
    mail.setRecipient(MimeMessage.RecipientType.TO, to);
    mail.setSubject(oneLine(message.subject() == null ? "" : message.subject()), UTF_8);
    mail.setSentDate(Date.from(now));
    headers(mail, message);
    if (message.html() == null) {
      mail.setText(message.body(), UTF_8);
    } else {
      var text = new MimeBodyPart();
      text.setText(message.body().isBlank() ? HtmlText.of(message.html()) : message.body(), UTF_8);
      var html = new MimeBodyPart();
      html.setText(message.html(), UTF_8, "html");
      mail.setContent(new MimeMultipart("alternative", text, html));
    }
    mail.saveChanges();
    return mail;
  }

  private static void headers(MimeMessage mail, Outgoing message) throws MessagingException {
    var parts = message.mail();
    if (parts == null) {
      return;
    }
    if (parts.replyTo() != null) {
      mail.setReplyTo(InternetAddress.parse(oneLine(parts.replyTo())));
    }
    if (parts.inReplyTo() != null) {
      mail.setHeader("In-Reply-To", oneLine(parts.inReplyTo()));
    }
    if (!parts.references().isEmpty()) {
      mail.setHeader("References", MimeUtility.fold(12, oneLine(String.join(" ", parts.references()))));
    }
    if (parts.feedbackId() != null) {
      mail.setHeader("Feedback-ID", oneLine(parts.feedbackId()));
    }
    if (parts.unsubscribe() != null) {
      mail.setHeader("List-Unsubscribe", "<" + parts.unsubscribe() + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    if (parts.listId() != null) {
      mail.setHeader("List-Id", oneLine(parts.listId()));
      mail.setHeader("Precedence", "bulk");
    }
    if (parts.automatic()) {
      mail.setHeader("Auto-Submitted", parts.inReplyTo() == null ? "auto-generated" : "auto-replied");
      mail.setHeader("X-Auto-Response-Suppress", "All");
    }
  }

  private static InternetAddress from(Sender sender) throws MessagingException {
    int open = sender.from().lastIndexOf('<');
    var from = new InternetAddress(sender.bareAddress(), true);
    try {
      from.setPersonal(open <= 0 ? null : oneLine(sender.from().substring(0, open).replace("\"", "")), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("UTF-8 is part of every JDK", e);
    }
    return from;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** A mail that keeps the Message-ID it was given. */
  private static final class OurMail extends SMTPMessage {
    private final String id;

    OurMail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      if (id == null) {
        super.updateMessageID();
      } else {
        setHeader("Message-ID", id);
      }
    }
  }
}
