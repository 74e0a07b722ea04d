package org.enlacehub.sandbox.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;

/** Writes mail as a migrant to the hub, and remembers it so that the phone can show it. */
@Singleton
public final class MigrantMail {
  private static final int REMEMBERED = 5000;

  private final HubMailbox mailbox;
  private final Clock clock;
  private final ArrayDeque<CaughtMail> written = new ArrayDeque<>();
  private long last;

  MigrantMail(HubMailbox mailbox, Clock clock) {
    this.mailbox = mailbox;
    this.clock = clock;
  }

  /**
   * @param from the migrant's address
   * @param name how the migrant's mail program names them; null for none
   * @param to the hub's address, or a reply address of it; null for the hub's own
   * @param answered the mail that this one answers; null for a new one
   */
  public record Letter(String from, @Nullable String name, @Nullable String to, String subject, String text,
      @Nullable CaughtMail answered) {}

  /** Puts it into the hub's mailbox; throws IllegalArgumentException for an address that is none. */
  public CaughtMail send(Letter letter) {
    try {
      var message = new MimeMessage(Session.getInstance(new Properties()));
      message.setFrom(letter.name() == null ? new InternetAddress(letter.from(), true)
          : new InternetAddress(letter.from(), letter.name(), StandardCharsets.UTF_8.name()));
      var answered = letter.answered() == null ? null : ReadMail.of(letter.answered());
      var to = letter.to() != null ? letter.to() : answered != null ? answered.replyTo() : mailbox.address();
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
      message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(clock.instant()));
      message.setText(letter.text(), StandardCharsets.UTF_8.name());
      if (answered != null && !answered.messageId().isEmpty()) {
        message.setHeader("In-Reply-To", answered.messageId());
        message.setHeader("References", answered.messageId());
      }
      message.saveChanges();
      message.setHeader("Return-Path", "<" + letter.from() + ">");
      var raw = new ByteArrayOutputStream();
      message.writeTo(raw);
      mailbox.deliver(raw.toByteArray());
      return remember(new CaughtMail(next(), letter.from(), List.of(to), clock.instant(), raw.toByteArray()));
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException("not a mail address", e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What this address wrote, newest first. */
  public synchronized List<CaughtMail> by(String address, int limit) {
    var found = new java.util.ArrayList<CaughtMail>();
    for (Iterator<CaughtMail> each = written.descendingIterator(); each.hasNext() && found.size() < limit;) {
      var mail = each.next();
      if (mail.envelopeFrom().equalsIgnoreCase(address)) {
        found.add(mail);
      }
    }
    return found;
  }

  private synchronized long next() {
    return ++last;
  }

  private synchronized CaughtMail remember(CaughtMail mail) {
    written.addLast(mail);
    if (written.size() > REMEMBERED) {
      written.removeFirst();
    }
    return mail;
  }
}
