package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlacehub.contact.AddressRepository.Sealable;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;

/** Who writes to us: finds the sender of a message, or makes a contact of them. */
@Singleton
public class ContactIntake {
  private static final int LONGEST_NAME = 200;
  private final ContactStore store;
  private final ContactRepository contacts;
  private final AddressRepository addresses;
  private final SuppressionRepository suppressions;
  private final ContactMerge merge;
  private final Indexes indexes;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  ContactIntake(ContactStore store, ContactRepository contacts, AddressRepository addresses, SuppressionRepository suppressions,
      ContactMerge merge, Indexes indexes, Vault vault, Ids ids, Clock clock) {
    this.store = store;
    this.contacts = contacts;
    this.addresses = addresses;
    this.suppressions = suppressions;
    this.merge = merge;
    this.indexes = indexes;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What a first message tells of its sender.
   *
   * @param channel by which it came; an address that wrote by WhatsApp can receive it
   * @param profileName what the sender calls themselves (WhatsApp profile, mail display name)
   * @param language of the message, when it was recognised
   */
  public record Hints(Channel channel, @Nullable String profileName, @Nullable String language) {}

  /** Who it is. {@code created} is true for exactly one of several first messages that arrive at once. */
  public record Sender(long contactId, long addressId, boolean created) {}

  /**
   * The contact that has this address; made when there is none. Safe against any number of first messages at once on any number of
   * nodes: they get one contact. Notes when the person was heard. Joins the caller's transaction.
   *
   * @param value normalised, see {@link Phones} and {@link Emails}
   */
  @Transactional
  public Sender findOrCreate(AddressKind kind, String value, Instant heard, Hints hints) {
    var key = indexes.address(kind, value);
    // Erasure silenced the address; who writes again wants an answer. What the person stopped themselves stays stopped.
    suppressions.remove(key, hints.channel(), SuppressionReason.ERASED);
    var known = known(key);
    if (known.isEmpty()) {
      var made = create(kind, value, heard, hints);
      if (made.isPresent()) return made.get();
      known = known(key);
    }
    var found = known.orElseThrow(() -> new ChangedMeanwhile(null));
    addresses.markHeard(found.addressId());
    addresses.markCapable(found.addressId(), hints.channel(), true);
    contacts.touchHeard(found.contactId(), heard);
    return new Sender(found.contactId(), found.addressId(), false);
  }

  private Optional<AddressRepository.Found> known(Indexes.AddressKey key) {
    return Optional.ofNullable(addresses.find(List.of(key)).get(key));
  }

  /** Empty when somebody else made the contact first. */
  private Optional<Sender> create(AddressKind kind, String value, Instant heard, Hints hints) {
    var now = clock.instant();
    long id = ids.next();
    var key = vault.newDataKey(id);
    var sealer = vault.sealer(id, key);
    var region = kind == AddressKind.PHONE ? Phones.parse(value, null).map(Phone::region).orElse(null) : null;
    var wanted = new AddressDraft(kind, value, region, hints.channel() == Channel.SMS, hints.channel() == Channel.WHATSAPP);
    var draft = ContactDraft.builder().name(shortened(hints.profileName())).language(hints.language()).address(wanted).build();
    var origin = Origin.person("inbound");
    var made = merge.created(id, draft, origin, now);
    // The address decides: its unique index lets one of several win, and holds the others until the winner has committed.
    var address = made.addresses().getFirst();
    if (!addresses.insertIfFree(new Sealable(address, sealer), now)) return Optional.empty();
    store.insertSender(new KeyedContact(heard(made, heard), key, sealer), origin, now);
    return Optional.of(new Sender(id, address.id(), true));
  }

  private static @Nullable String shortened(@Nullable String name) {
    if (name == null || name.isBlank()) return null;
    var line = name.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
  }

  private static Contact heard(Contact c, Instant at) {
    return new Contact(c.id(), c.version(), c.state(), c.externalId(), c.name(), c.givenName(), c.familyName(), c.language(), c.place(),
        c.placeSource(), c.placeAt(), c.timezone(), c.consulate(), c.birthYear(), c.tags(), c.attributes(), c.note(), c.source(), at, at,
        c.created(), c.updated(), c.addresses());
  }

  /** Notes that the person wrote at this time. */
  @Transactional
  public void touchHeard(long contactId, Instant heard) {
    contacts.touchHeard(contactId, heard);
  }
}
