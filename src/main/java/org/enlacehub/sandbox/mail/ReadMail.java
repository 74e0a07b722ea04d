package org.enlacehub.sandbox.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jsoup.Jsoup;

/**
 * A mail as a person reads it.
 *
 * @param from name and address of the writer
 * @param replyTo where an answer goes
 * @param text the plain text; made from the HTML where there is none
 * @param html the HTML as it came; null when there is none
 * @param attachments names of attached files
 */
public record ReadMail(long number, String from, String replyTo, String subject, String messageId, String text,
    @Nullable String html, List<String> attachments) {
  private static final int DEEPEST = 20;

  /** Reads it; what cannot be read shows as an empty text. */
  public static ReadMail of(CaughtMail mail) {
    try {
      var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.raw()));
      var parts = new Parts();
      parts.read(message, 0);
      var from = message.getFrom() == null || message.getFrom().length == 0 ? mail.envelopeFrom() : name(message.getFrom()[0]);
      var reply = message.getReplyTo() == null || message.getReplyTo().length == 0 ? mail.envelopeFrom()
          : ((InternetAddress) message.getReplyTo()[0]).getAddress();
      return new ReadMail(mail.number(), from, reply, or(message.getSubject()), or(message.getMessageID()),
          parts.text != null ? parts.text : parts.html != null ? Jsoup.parse(parts.html).wholeText().strip() : "",
          parts.html, parts.attachments);
    } catch (MessagingException | IOException e) {
      return new ReadMail(mail.number(), mail.envelopeFrom(), mail.envelopeFrom(), "", "", "", null, List.of());
    }
  }

  private static String name(jakarta.mail.Address address) {
    return address instanceof InternetAddress internet && internet.getPersonal() != null ? internet.getPersonal()
        : address.toString();
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The parts worth showing, gathered from the tree. */
  private static final class Parts {
    private @Nullable String text;
    private @Nullable String html;
    private final List<String> attachments = new ArrayList<>();

    void read(Part part, int depth) throws MessagingException, IOException {
      if (depth > DEEPEST) {
        return;
      }
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
        for (int i = 0; i < multipart.getCount(); i++) {
          BodyPart child = multipart.getBodyPart(i);
          read(child, depth + 1);
        }
      } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
        attachments.add(or(part.getFileName()));
      } else if (text == null && part.isMimeType("text/plain")) {
        text = part.getContent().toString();
      } else if (html == null && part.isMimeType("text/html")) {
        html = part.getContent().toString();
      } else if (part.getFileName() != null) {
        attachments.add(part.getFileName());
      }
    }
  }
}
