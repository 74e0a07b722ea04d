package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.Senders;
import org.enlacehub.channel.email.bounce.Bounce;
import org.enlacehub.channel.email.bounce.BounceReader;
import org.enlacehub.channel.email.bounce.Complaint;
import org.enlacehub.channel.email.reading.Automatic;
import org.enlacehub.channel.email.reading.MailAddress;
import org.enlacehub.channel.email.reading.ReceivedMail;
import org.enlacehub.channel.email.reading.SpamMarks;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Emails;
import org.enlacehub.delivery.MailTokens;
import org.enlacehub.triage.Triage;

/** Tells what a mail is. Danger to life in it goes before the word of any spam filter. */
@Singleton
class MailSorter {
  private static final Pattern UNSUBSCRIBE = Pattern.compile("\\s*(?:re:\\s*)?(?:unsubscribe|baja|remove|darse de baja|dar de baja|cancelar suscripci[oó]n)(?:\\s+([0-9a-z]{1,13}\\.[0-9A-Za-z_-]{16}))?\\s*",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern REFERENCE = Pattern.compile("\\b[A-Z]{2,4}-[2-9A-HJ-NP-Z]{4,5}\\b");
  private static final String RE = "(?is)\\s*(re|rv|resp|respuesta)\\s*(\\[\\d+\\])?\\s*:.*";
  private final MailTokens tokens;
  private final Senders senders;
  private final Triage triage;
  private final OfficerMails officers;

  MailSorter(MailTokens tokens, Senders senders, Triage triage, OfficerMails officers) {
    this.tokens = tokens;
    this.senders = senders;
    this.triage = triage;
    this.officers = officers;
  }

  /**
   * @param aboutMessage the message of ours that it is about, proven by a token that nobody can guess; null when none is
   */
  record Sorted(MailKind kind, @Nullable Long aboutMessage, Optional<Bounce> bounce, Optional<Complaint> complaint) {
    static Sorted of(MailKind kind, OptionalLong about) {
      return new Sorted(kind, about.isPresent() ? (Long) about.getAsLong() : null, Optional.empty(), Optional.empty());
    }
  }

  Sorted sort(ReceivedMail mail) {
    var bounce = BounceReader.read(mail);
    if (bounce.isPresent()) {
      return new Sorted(MailKind.BOUNCE, about(mail, bounce.get().originalMessageId()), bounce, Optional.empty());
    }
    var complaint = Complaint.of(mail);
    if (complaint.isPresent()) {
      return new Sorted(MailKind.COMPLAINT, about(mail, complaint.get().originalMessageId()), Optional.empty(), complaint);
    }
    var about = answered(mail);
    if (isOwn(mail)) {
      return Sorted.of(MailKind.OWN, about);
    }
    if (mail.from() == null || Emails.normalise(mail.from().address()).isEmpty()) {
      return Sorted.of(MailKind.NO_SENDER, about);
    }
    if (officers.isNotice(about) && !Automatic.is(mail)) {
      return Sorted.of(MailKind.OFFICER, about);
    }
    var unsubscribe = UNSUBSCRIBE.matcher(mail.subject());
    if (unsubscribe.matches() && mail.ownText().length() < 200 && !triage.assess(mail.ownText()).alarm()) {
      var token = unsubscribe.group(1) == null ? OptionalLong.empty() : tokens.messageOf(unsubscribe.group(1));
      return Sorted.of(MailKind.UNSUBSCRIBE, token);
    }
    if (Automatic.is(mail)) {
      return Sorted.of(MailKind.AUTOMATIC, about);
    }
    if (about.isEmpty() && SpamMarks.on(mail) && triage.assess(words(mail, MailKind.QUESTION)).severity() > 1) {
      return Sorted.of(MailKind.SPAM, about);
    }
    boolean answers = about.isPresent() || mail.subject().matches(RE) && REFERENCE.matcher(mail.subject()).find();
    return Sorted.of(answers ? MailKind.REPLY : MailKind.QUESTION, about);
  }

  /** What the desk reads: the subject belongs to a question, and to an answer only where there are no other words. */
  static String words(ReceivedMail mail, MailKind kind) {
    var own = mail.ownText().strip();
    if (kind == MailKind.REPLY && !own.isEmpty()) {
      return own;
    }
    return Stream.of(mail.subject().strip(), own.equals(mail.subject().strip()) ? "" : own).filter(text -> !text.isEmpty())
        .reduce((subject, text) -> subject + "\n\n" + text).orElse("");
  }

  private @Nullable Long about(ReceivedMail mail, @Nullable String messageId) {
    var byHeader = messageId == null ? OptionalLong.empty() : tokens.messageOfHeader(messageId);
    var found = byHeader.isPresent() ? byHeader : answered(mail);
    return found.isPresent() ? (Long) found.getAsLong() : null;
  }

  /** By the message ids that it refers to, or by the address that it was sent to ({@code consulado+mTOKEN@…}). */
  private OptionalLong answered(ReceivedMail mail) {
    var byReference = mail.references().stream().map(tokens::messageOfHeader).filter(OptionalLong::isPresent);
    var byAddress = Stream.of("delivered-to", "x-original-to", "to", "cc", "envelope-to").flatMap(name -> mail.headers().all(name).stream())
        .map(value -> value.replaceAll(".*<|>.*", "")).filter(value -> value.contains("+m")).limit(50)
        .map(value -> tokens.messageOfHeader(value.substring(value.indexOf("+m") + 1))).filter(OptionalLong::isPresent);
    return Stream.concat(byReference, byAddress).findFirst().orElse(OptionalLong.empty());
  }

  private boolean isOwn(ReceivedMail mail) {
    return mail.messageId() != null && tokens.messageOfHeader(mail.messageId()).isPresent()
        || mail.from() != null && ours(mail.from().address()).isPresent();
  }

  /** The sender of ours that has this address, whatever stands behind a plus. */
  Optional<Sender> ours(String address) {
    var plain = address.replaceFirst("\\+[^@]*@", "@");
    return senders.all().stream().filter(s -> s.channel() == Channel.EMAIL && s.bareAddress().equalsIgnoreCase(plain)).findFirst();
  }

  /** The sender of ours that it was written to; the first of all when its headers name none. */
  Optional<Sender> writtenTo(ReceivedMail mail) {
    return mail.recipients().stream().map(MailAddress::address).map(this::ours).flatMap(Optional::stream).findFirst()
        .or(() -> senders.all().stream().filter(s -> s.channel() == Channel.EMAIL).findFirst());
  }
}
