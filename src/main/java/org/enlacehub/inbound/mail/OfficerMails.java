package org.enlacehub.inbound.mail;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import org.enlacehub.channel.email.reading.ReceivedMail;
import org.enlacehub.channel.email.reading.SenderProof;
import org.enlacehub.contact.Emails;
import org.enlacehub.inquiry.bymail.MailAnswers;

/** Mails in which officers answer a notice from their own mail program. */
@Singleton
class OfficerMails {
  private final MailAnswers answers;
  private final @Nullable String ourServer;

  /** @param ourServer the name in {@code Authentication-Results} of our receiving server; with it, only a proven address is believed */
  OfficerMails(MailAnswers answers, @Nullable @Property(name = "enlace.mail.authserv-id") String ourServer) {
    this.answers = answers;
    this.ourServer = ourServer == null || ourServer.isBlank() ? null : ourServer.strip();
  }

  /** True when a message of ours is a notice to an officer. */
  boolean isNotice(OptionalLong message) {
    return message.isPresent() && answers.contactOf(message.getAsLong()).isPresent();
  }

  /** Takes the answer, in the caller's transaction; returns the contact whose matter it is, empty when the notice is gone. */
  OptionalLong take(long noticeId, ReceivedMail mail) {
    var contact = answers.contactOf(noticeId);
    if (contact.isPresent()) {
      var proof = SenderProof.of(mail, ourServer);
      boolean files = mail.attachments().stream().anyMatch(file -> !file.type().startsWith("image/"));
      answers.take(noticeId, new MailAnswers.Letter(mail.from() == null ? "" : Emails.normalise(mail.from().address()).orElse(""),
          proof == SenderProof.PROVEN || proof == SenderProof.UNKNOWN && ourServer == null, mail.ownText(), files));
    }
    return contact;
  }
}
