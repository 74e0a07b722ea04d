package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a person decides about themselves, on the word of a link that only they were sent. */
@Singleton
public class Preferences {
  private static final Origin PERSON = Origin.person("preferences");
  private final Contacts contacts;
  private final AddressRepository addresses;
  private final Recipients recipients;
  private final Consents consents;
  private final Erasure erasure;

  Preferences(Contacts contacts, AddressRepository addresses, Recipients recipients, Consents consents, Erasure erasure) {
    this.contacts = contacts;
    this.addresses = addresses;
    this.recipients = recipients;
    this.consents = consents;
    this.erasure = erasure;
  }

  /** What is held of the person, and where they can be reached; {@code own} is the address that the link was sent to. */
  public record Held(Contact contact, List<Destination> destinations, Destination own) {}

  /** Empty once the person was erased or the address removed. */
  @Transactional
  public Optional<Held> held(long addressId) {
    return addresses.contactOf(addressId).flatMap(id -> recipients.read(id).flatMap(r ->
        contacts.find(id, new org.enlacehub.account.DeskScope.All()).flatMap(c -> r.destinations().stream()
            .filter(d -> d.address().id() == addressId).findFirst().map(own -> new Held(c, r.destinations(), own)))));
  }

  /** Nothing more to this address, by any of its channels; repeatable, and nothing happens when the address is gone. */
  @Transactional
  public void stop(long addressId) {
    held(addressId).ifPresent(h -> {
      if (h.own().suppressed().containsAll(h.own().address().kind().channels())) return;
      consents.stop(h.own().address().kind(), h.own().address().value(), h.own().address().kind().channels(), PERSON, null);
    });
  }

  /** The way back. */
  @Transactional
  public void start(long addressId) {
    held(addressId).ifPresent(h -> consents.start(h.own().address().kind(), h.own().address().value(), h.own().address().kind().channels(),
        PERSON, null));
  }

  /** What the person chose for one of their addresses: everything of {@code purposes} granted, all else withdrawn, by every channel. */
  @Transactional
  public void choose(long ownAddressId, long addressId, Set<Purpose> purposes) {
    var theirs = held(ownAddressId).flatMap(h -> h.destinations().stream().filter(d -> d.address().id() == addressId).findFirst());
    if (theirs.isEmpty()) return;
    var channels = theirs.get().address().kind().channels();
    var others = EnumSet.allOf(Purpose.class);
    others.removeAll(purposes);
    if (!purposes.isEmpty()) consents.grant(addressId, channels, purposes, PERSON, null);
    if (!others.isEmpty()) consents.withdraw(addressId, channels, others, PERSON, null);
  }

  /** Corrects name, language and place; what the draft lacks is left. */
  @Transactional
  public void correct(long addressId, ContactDraft draft) {
    held(addressId).ifPresent(h -> contacts.amend(h.contact().id(), draft, PERSON));
  }

  /** Everything; see {@link Erasure}. */
  @Transactional
  public boolean erase(long addressId) {
    return addresses.contactOf(addressId).filter(id -> erasure.erase(id, PERSON)).isPresent();
  }
}
