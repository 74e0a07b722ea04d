package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Role;
import org.enlacehub.channel.email.reading.HtmlText;
import org.enlacehub.channel.email.reading.MailReader;
import org.enlacehub.contact.Contacts;
import org.enlacehub.inquiry.Protection;
import org.enlacehub.platform.crypto.UnreadableValue;

/** Mails that came in, for staff to look at. */
@Singleton
public class MailLists {
  private static final Map<String, List<MailKind>> KINDS = Map.of("spam", List.of(MailKind.SPAM), "automatic", List.of(MailKind.AUTOMATIC,
      MailKind.OWN), "other", List.of(MailKind.NO_SENDER, MailKind.UNREADABLE));
  private final MailRepository mails;
  private final MailStore store;
  private final MailConversations conversations;
  private final AddressFailures failures;
  private final MailFailureRepository failureRows;
  private final Contacts contacts;
  private final Protection protection;
  private final AuditLog audit;
  private final Clock clock;

  MailLists(MailRepository mails, MailStore store, MailConversations conversations, AddressFailures failures,
      MailFailureRepository failureRows, Contacts contacts, Protection protection, AuditLog audit, Clock clock) {
    this.mails = mails;
    this.store = store;
    this.conversations = conversations;
    this.failures = failures;
    this.failureRows = failureRows;
    this.contacts = contacts;
    this.protection = protection;
    this.audit = audit;
    this.clock = clock;
  }

  /** A mail in a list. */
  public record Line(long id, MailKind kind, String from, String subject, Instant at) {}

  /**
   * What a report said of an address.
   *
   * @param kind {@code hard}, {@code soft}, {@code block}, {@code delayed} or {@code complaint}
   * @param words of the server
   * @param closed nothing is sent there for this reason now
   */
  public record FailureLine(long id, long mailId, @Nullable Long contactId, String address, String kind, String reason, @Nullable String status,
      String words, boolean closed, boolean lifted, Instant at) {}

  /**
   * A mail to read.
   *
   * @param html cleaned: no scripts, pictures, or addresses but of links; null when it has none
   */
  public record Opened(long id, MailKind kind, String from, String subject, Instant at, String text, @Nullable String html, boolean cut,
      @Nullable Long contactId, List<String> attachments) {}

  /** @param list {@code spam}, {@code automatic} or {@code other} */
  @Transactional
  public List<Line> apart(String list, long before, int limit) {
    return mails.ofKind(KINDS.getOrDefault(list, KINDS.get("spam")), before, limit).stream().map(row -> {
      var head = conversations.head(row);
      return new Line(row.id(), row.kind(), head.map(MailHead::from).orElse(""), head.map(MailHead::subject).orElse(""), row.receivedAt());
    }).toList();
  }

  /** Newest first. @param kind as in the lines, upper case; null for all */
  @Transactional
  public List<FailureLine> failures(@Nullable String kind, long before, int limit) {
    return failureRows.before(before, kind, limit).stream().map(this::line).flatMap(Optional::stream).toList();
  }

  private Optional<FailureLine> line(MailFailureRepository.Row row) {
    try {
      return store.sealer(row.contactId()).map(sealer -> sealer.open(AddressFailures.SEALED, row.id(), row.sealed())).map(open -> {
        var parts = open.split("\n", 2);
        return new FailureLine(row.id(), row.mailId(), row.contactId(), parts[0], row.kind().toLowerCase(Locale.ROOT), row.reason(),
            row.status(), parts.length > 1 ? parts[1] : "", row.suppressed() && row.liftedAt() == null, row.liftedAt() != null, row.at());
      });
    } catch (UnreadableValue e) {
      return Optional.empty();
    }
  }

  /** Somebody knows that the address is good again. False when there is no such report. */
  @Transactional
  public boolean reopen(long failureId, Actor actor) {
    var line = failureRows.find(failureId).flatMap(this::line);
    line.ifPresent(found -> {
      failures.reopen(found.address());
      audit.record(actor, "mail.reopen", "mail_failure", failureId, found.reason());
    });
    return line.isPresent();
  }

  /** It is no spam: it goes where a person's mail goes. */
  @Transactional
  public boolean notSpam(long id, Actor actor) {
    var spam = mails.find(id).filter(row -> row.kind() == MailKind.SPAM || row.kind() == MailKind.AUTOMATIC);
    if (spam.isEmpty() || !mails.again(id, clock.instant())) {
      return false;
    }
    audit.record(actor, "mail.not-spam", "mail", id, "");
    return true;
  }

  private boolean maySee(long contactId, Actor actor) {
    return contacts.find(contactId, actor.scope()).isPresent() && !protection.hides(contacts.lineage(contactId), actor);
  }

  /** Empty when it is not there, or is the mail of somebody whom the actor may not see. */
  public Optional<Opened> open(long id, Actor actor) {
    return mails.find(id).filter(row -> row.contactId() == null ? actor.may(Role.ADMINISTRATOR)
        : maySee(row.contactId(), actor)).flatMap(row -> store.sealer(row.contactId()).map(sealer -> {
          try {
            var mail = MailReader.read(store.open(id, sealer));
            return new Opened(id, row.kind(), mail.from() == null ? "" : mail.from().address(), mail.subject(), row.receivedAt(), mail.text(),
                mail.html() == null ? null : HtmlText.safe(mail.html()), row.cut(), row.contactId(),
                mail.attachments().stream().map(file -> file.name().isEmpty() ? file.type() : file.name()).toList());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }));
  }
}
