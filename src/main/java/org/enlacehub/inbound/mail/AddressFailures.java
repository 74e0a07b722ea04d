package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.channel.BounceRules;
import org.enlacehub.channel.email.bounce.Complaint;
import org.enlacehub.channel.email.bounce.Failure;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Emails;
import org.enlacehub.contact.Recipients;
import org.enlacehub.contact.SuppressionReason;
import org.enlacehub.contact.Suppressions;
import org.enlacehub.delivery.Messages;
import org.enlacehub.platform.crypto.BlindIndex;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;

/** What is known against addresses, with its evidence, and what follows: no more mail to those that are gone or complained. */
@Singleton
class AddressFailures {
  private static final Set<Channel> MAIL = Set.of(Channel.EMAIL);
  static final String SEALED = "mail_failure.sealed";
  private final MailFailureRepository failures;
  private final Suppressions suppressions;
  private final Recipients recipients;
  private final Contacts contacts;
  private final ContactKeys keys;
  private final BounceRules rules;
  private final BlindIndex index;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  AddressFailures(MailFailureRepository failures, Suppressions suppressions, Recipients recipients, Contacts contacts, ContactKeys keys, BounceRules rules,
      BlindIndex index, Vault vault, Ids ids, Clock clock) {
    this.failures = failures;
    this.suppressions = suppressions;
    this.recipients = recipients;
    this.contacts = contacts;
    this.keys = keys;
    this.rules = rules;
    this.index = index;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /** The address that a message of ours went to, and its owner. */
  private record Target(String address, @Nullable Long addressId, @Nullable Long contactId, @Nullable Long messageId, boolean proven) {}

  /** @param alone the report names nobody else, so it speaks of our address even when it names the one where ours is forwarded to */
  @Transactional
  void note(long mailId, Failure failure, Optional<Messages.Subject> about, boolean alone) {
    var target = target(failure.address(), about, alone);
    boolean gone = failure.kind() == Failure.Kind.HARD
        || failure.kind() == Failure.Kind.SOFT && !failure.delayed() && target.proven() && softs(target) + 1 >= rules.softLimit();
    var kind = failure.delayed() ? "DELAYED" : failure.kind().name();
    boolean suppress = target.proven() && gone;
    keep(mailId, target, kind, failure.reason(), failure.status(), failure.words(), suppress);
    if (suppress) {
      suppress(target, SuppressionReason.BOUNCE, "bounced");
    }
  }

  @Transactional
  void complained(long mailId, Complaint complaint, Optional<Messages.Subject> about) {
    var address = complaint.recipient() == null ? "" : complaint.recipient();
    var target = target(address, about, true);
    if (!target.address().isEmpty()) {
      keep(mailId, target, "COMPLAINT", complaint.type(), null, "", target.proven());
    }
    if (target.proven()) {
      suppress(target, SuppressionReason.COMPLAINT, "complained");
    }
  }

  /** Mail may go there again; what was known against it stays on record. */
  @Transactional
  void lift(String address) {
    suppressions.lift(AddressKind.EMAIL, address, MAIL);
    failures.lift(hash(address), clock.instant());
  }

  /** As {@link #lift}, and the address of its owner counts as good. */
  @Transactional
  void reopen(String address) {
    lift(address);
    contacts.findByAddress(AddressKind.EMAIL, address).stream().flatMap(c -> c.addresses().stream()).filter(a -> a.value().equals(address))
        .forEach(a -> recipients.markValid(a.id()));
  }

  private int softs(Target target) {
    return failures.softSince(hash(target.address()), clock.instant().minus(rules.softWithin()));
  }

  private Target target(String named, Optional<Messages.Subject> about, boolean alone) {
    var address = Emails.normalise(named).orElse(named);
    var ours = about.map(Messages.Subject::addressId).flatMap(recipients::destination).map(d -> d.address());
    boolean same = ours.isPresent() && (alone || ours.get().value().equals(address));
    return new Target(same ? ours.get().value() : address, same ? (Long) ours.get().id() : null,
        about.map(Messages.Subject::contactId).orElse(null), about.map(Messages.Subject::messageId).orElse(null), same);
  }

  private void suppress(Target target, SuppressionReason reason, String invalid) {
    suppressions.suppress(AddressKind.EMAIL, target.address(), MAIL, reason, "mail");
    if (target.addressId() != null) {
      recipients.markInvalid(target.addressId(), invalid);
    }
  }

  private void keep(long mailId, Target target, String kind, String reason, @Nullable String status, String words, boolean suppressed) {
    long id = ids.next();
    var sealer = target.contactId() == null ? Optional.of(vault.system()) : keys.sealer(target.contactId());
    sealer.ifPresent(s -> failures.insert(new MailFailureRepository.Row(id, mailId, target.messageId(), target.contactId(), target.addressId(),
        hash(target.address()), kind, reason, status, suppressed, null, clock.instant(), s.seal(SEALED, id, target.address() + "\n" + words))));
  }

  private byte[] hash(String address) {
    return index.of("mail-failure", address);
  }
}
