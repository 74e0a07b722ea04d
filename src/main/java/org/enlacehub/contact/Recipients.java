package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.enlacehub.platform.crypto.Sealer;

/** Reads people for sending: language, zone, addresses, consent and suppression, in a fixed number of statements. */
@Singleton
public class Recipients {
  private static final int IN_LIST = 2_000;
  private final RecipientRepository people;
  private final AddressRepository addresses;
  private final MergeRepository merges;
  private final ContactKeys keys;

  Recipients(RecipientRepository people, AddressRepository addresses, MergeRepository merges, ContactKeys keys) {
    this.people = people;
    this.addresses = addresses;
    this.merges = merges;
    this.keys = keys;
  }

  /** Those of the ids that are contacts, or were merged into one; a few statements for each 2,000. */
  @Transactional
  public Map<Long, Recipient> read(Collection<Long> contactIds) {
    var all = new HashMap<Long, Recipient>();
    readKeyed(contactIds, _ -> true).forEach((id, keyed) -> all.put(id, keyed.recipient()));
    return all;
  }

  /**
   * As {@link #read(Collection)}, each with the sealer of what is kept under the id that was asked for. The recipient of a contact that
   * was merged is the one it lies in, which {@link Recipient#contactId} tells.
   *
   * @param wanted which fields, by canonical name, the recipients' values must hold; the others are neither read nor opened
   */
  @Transactional
  public Map<Long, Keyed> readKeyed(Collection<Long> contactIds, Predicate<String> wanted) {
    var all = active(contactIds, wanted);
    if (all.size() < Set.copyOf(contactIds).size()) {
      var survivors = merges.survivors(contactIds.stream().filter(id -> !all.containsKey(id)).toList());
      var theirs = active(Set.copyOf(survivors.values()), wanted);
      var own = keys.sealers(survivors.keySet());
      survivors.forEach((id, survivor) -> {
        if (theirs.containsKey(survivor)) {
          all.put(id, new Keyed(theirs.get(survivor).recipient(), own.get(id)));
        }
      });
    }
    return all;
  }

  private Map<Long, Keyed> active(Collection<Long> ids, Predicate<String> wanted) {
    var all = new HashMap<Long, Keyed>();
    var list = List.copyOf(ids);
    for (int from = 0; from < list.size(); from += IN_LIST) {
      all.putAll(people.read(list.subList(from, Math.min(from + IN_LIST, list.size())), wanted));
    }
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
