package org.enlacehub.inbound.mail;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.email.reading.ReceivedMail;
import org.enlacehub.contact.Channel;
import org.enlacehub.inbound.Arrival;
import org.enlacehub.inbound.Inbox;

/** Makes of a person's mail a message like any other. */
@Singleton
class MailArrivals {
  private static final String CARRIER = "mail";
  private static final int LONGEST = 20_000;
  private static final String MORE = "\n[…]";
  private final Inbox inbox;

  MailArrivals(Inbox inbox) {
    this.inbox = inbox;
  }

  /** Repeatable: the mail's id is the carrier's id. */
  void take(long mailId, MailKind kind, ReceivedMail mail, Optional<Sender> writtenTo, Instant received) {
    var words = kind == MailKind.UNSUBSCRIBE ? "BAJA" : MailSorter.words(mail, kind);
    // The writer's clock may be wrong or forged: an instant that is not past is not believed.
    var at = mail.date() == null || mail.date().isAfter(received) || mail.date().isBefore(received.minusSeconds(7 * 86_400)) ? received
        : mail.date();
    inbox.take(CARRIER, new Arrival(Long.toString(mailId), Channel.EMAIL, mail.from().address(), writtenTo.map(Sender::from).orElse(""),
        words.length() > LONGEST ? words.substring(0, LONGEST) + MORE : words, mail.from().name(), null, null, null,
        mail.attachments().stream().map(file -> new Arrival.Media(MailAttachments.source(mailId, file.number()), file.type(), file.name().isBlank() ? null : file.name())).toList(),
        mail.references().stream().findFirst().orElse(null), at));
  }
}
