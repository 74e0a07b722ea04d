package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.enlacehub.channel.email.bounce.Bounce;
import org.enlacehub.channel.email.bounce.Complaint;
import org.enlacehub.channel.email.reading.ReceivedMail;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Preferences;
import org.enlacehub.contact.SuppressionReason;
import org.enlacehub.contact.Suppressions;
import org.enlacehub.delivery.Messages;
import org.enlacehub.delivery.Receipt;
import org.enlacehub.delivery.Receipts;
import org.enlacehub.inbound.mail.MailSorter.Sorted;

/**
 * What reports do to messages and addresses. Anybody can write something that looks like a report, so only one that carries our own
 * proof of a message of ours changes anything; the others are kept for people to see.
 */
@Singleton
class MailReports {
  private static final int LONGEST_CODE = 24;
  private final Messages messages;
  private final Receipts receipts;
  private final Suppressions suppressions;
  private final Preferences preferences;
  private final AddressFailures failures;
  private final Clock clock;

  MailReports(Messages messages, Receipts receipts, Suppressions suppressions, Preferences preferences, AddressFailures failures,
      Clock clock) {
    this.messages = messages;
    this.receipts = receipts;
    this.suppressions = suppressions;
    this.preferences = preferences;
    this.failures = failures;
    this.clock = clock;
  }

  /** Takes in what a mail reports; repeatable. Returns the contact of whose message it tells; null for none. */
  @Nullable Long take(long mailId, ReceivedMail mail, Sorted sorted) {
    var about = sorted.aboutMessage() == null ? Optional.<Messages.Subject>empty() : messages.subject(sorted.aboutMessage())
        .filter(subject -> subject.channel() == Channel.EMAIL);
    sorted.bounce().ifPresent(bounce -> bounced(mailId, bounce, about));
    sorted.complaint().ifPresent(complaint -> complained(mailId, complaint, about));
    return about.map(Messages.Subject::contactId).orElse(null);
  }

  private void bounced(long mailId, Bounce bounce, Optional<Messages.Subject> about) {
    for (var failure : bounce.failures()) {
      failures.note(mailId, failure, about, bounce.failures().size() == 1);
    }
    var last = bounce.failures().getFirst();
    if (about.isPresent() && !last.delayed()) {
      var code = last.status() == null ? last.reason() : last.status();
      receipts.apply(new Receipt(about.get().messageId(), null, "undelivered", code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE)
          : code, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }
  }

  private void complained(long mailId, Complaint complaint, Optional<Messages.Subject> about) {
    failures.complained(mailId, complaint, about);
  }

  /** The person behind a token of ours wants no more mail. False when the token names nobody. */
  boolean unsubscribe(@Nullable Long aboutMessage) {
    var address = aboutMessage == null ? Optional.<Long>empty() : messages.subject(aboutMessage).map(Messages.Subject::addressId);
    address.ifPresent(preferences::stop);
    return address.isPresent();
  }

  /** A mail came from it, so it is there: what bounces said is over. What the person wanted stays. */
  void exists(String address) {
    if (suppressions.reason(AddressKind.EMAIL, address, Channel.EMAIL).filter(SuppressionReason.BOUNCE::equals).isPresent()) {
      failures.lift(address);
    }
  }
}
