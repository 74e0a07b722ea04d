package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.platform.crypto.Sealer;

/** Reads people for sending: language, zone, addresses, consent and suppression, in a fixed number of statements. */
@Singleton
public class Recipients {
  private final ContactStore store;
  private final AddressRepository addresses;
  private final Suppressions suppressions;
  private final ContactKeys keys;

  Recipients(ContactStore store, AddressRepository addresses, Suppressions suppressions, ContactKeys keys) {
    this.store = store;
    this.addresses = addresses;
    this.suppressions = suppressions;
    this.keys = keys;
  }

  /** Those of the ids that are contacts, or were merged into one; six statements for each 2,000. */
  @Transactional
  public Map<Long, Recipient> read(Collection<Long> contactIds) {
    var all = new HashMap<Long, Recipient>();
    readKeyed(contactIds).forEach((id, keyed) -> all.put(id, keyed.recipient()));
    return all;
  }

  /**
   * As {@link #read(Collection)}, each with the sealer of what is kept under the id that was asked for. The recipient of a contact that
   * was merged is the one it lies in, which {@link Recipient#contactId} tells.
   */
  @Transactional
  public Map<Long, Keyed> readKeyed(Collection<Long> contactIds) {
    var contacts = store.loadFollowing(contactIds);
    var suppressed = suppressions.among(contacts.values().stream().flatMap(c -> c.addresses().stream()).map(Recipients::key).toList());
    var merged = contacts.keySet().stream().filter(id -> contacts.get(id).id() != id).toList();
    var own = keys.sealers(merged);
    var all = new HashMap<Long, Keyed>();
    contacts.forEach((id, c) -> all.put(id, new Keyed(recipient(c.contact(), suppressed), own.getOrDefault(id, c.sealer()))));
    return all;
  }

  /** A recipient, and the sealer of what is kept of them. */
  public record Keyed(Recipient recipient, Sealer sealer) {}

  @Transactional
  public Optional<Recipient> read(long contactId) {
    return Optional.ofNullable(read(List.of(contactId)).get(contactId));
  }

  /** One address as it stands now; empty when it is gone. */
  @Transactional
  public Optional<Destination> destination(long addressId) {
    return addresses.contactOf(addressId).flatMap(this::read)
        .flatMap(r -> r.destinations().stream().filter(d -> d.address().id() == addressId).findFirst());
  }

  private static Recipient recipient(Contact c, Map<Suppressions.Key, Set<Channel>> suppressed) {
    var destinations = c.addresses().stream().map(a -> new Destination(a, suppressed.getOrDefault(key(a), Set.of()))).toList();
    return new Recipient(c.id(), c.language(), c.timezone() == null ? null : ZoneId.of(c.timezone()), c.place().country(), c.place().area(),
        c.consulate(), values(c), destinations);
  }

  private static Map<String, String> values(Contact c) {
    var values = ContactFacts.of(c);
    var shown = c.displayName();
    if (shown != null) values.putIfAbsent("name", shown);
    values.remove("note");
    return values;
  }

  private static Suppressions.Key key(Address a) {
    return new Suppressions.Key(a.kind(), a.value());
  }

  /** Nothing arrives at this address any more ({@code reason} as in {@link Address#invalidReason}); repeatable. */
  @Transactional
  public void markInvalid(long addressId, String reason) {
    addresses.markInvalid(addressId, reason);
  }

  /** What was known against this address is over; repeatable. */
  @Transactional
  public void markValid(long addressId) {
    addresses.markHeard(addressId);
  }

  /** It is known now whether this telephone number has WhatsApp. */
  @Transactional
  public void markWhatsapp(long addressId, boolean has) {
    addresses.markCapable(addressId, Channel.WHATSAPP, has);
  }
}
