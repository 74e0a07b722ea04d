package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.enlacehub.channel.email.reading.ReceivedMail;

/**
 * What lists and answers need of a mail without opening it. Sealed where it is kept.
 *
 * @param from null when nobody signed it
 * @param messageId with angle brackets; null when it had none
 * @param references of what it answers, the nearest first
 */
@Serdeable
record MailHead(@Nullable String name, @Nullable String from, String subject, @Nullable String messageId, List<String> references) {
  static final String COLUMN = "mail.head";
  private static final int MOST_REFERENCES = 20;

  static MailHead of(ReceivedMail mail) {
    return new MailHead(mail.from() == null ? null : mail.from().name(), mail.from() == null ? null : mail.from().address(), mail.subject(),
        mail.messageId(), mail.references().stream().limit(MOST_REFERENCES).toList());
  }

  @Override
  public String toString() {
    return "head of a mail";
  }
}
