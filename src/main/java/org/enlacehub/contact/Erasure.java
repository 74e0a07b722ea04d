package org.enlacehub.contact;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.enlacehub.account.AuditLog;

/** Forgets a person. */
@Singleton
public class Erasure {
  private final ContactStore store;
  private final ContactRepository contacts;
  private final AddressRepository addresses;
  private final AttributeRepository attributes;
  private final WordRepository words;
  private final SuppressionRepository suppressions;
  private final Indexes indexes;
  private final AuditLog audit;
  private final ApplicationEventPublisher<ContactErased> events;
  private final Clock clock;

  Erasure(ContactStore store, ContactRepository contacts, AddressRepository addresses, AttributeRepository attributes, WordRepository words,
      SuppressionRepository suppressions, Indexes indexes, AuditLog audit, ApplicationEventPublisher<ContactErased> events, Clock clock) {
    this.store = store;
    this.contacts = contacts;
    this.addresses = addresses;
    this.attributes = attributes;
    this.words = words;
    this.suppressions = suppressions;
    this.indexes = indexes;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Destroys the contact's key, so that everything sealed under it is unreadable, here and in backups; deletes addresses, words, tags
   * and declared fields; keeps country, area, language and the months, for aggregates. The addresses stay suppressed as keyed hashes.
   * Publishes {@link ContactErased}. False when there is no such contact within the actor's scope, or it was erased before.
   */
  @Transactional
  public boolean erase(long contactId, Origin origin) {
    contacts.lock(contactId);
    var keyed = store.load(List.of(contactId)).get(contactId);
    if (keyed == null || !origin.actor().scope().covers(keyed.contact().consulate())) return false;
    var now = clock.instant();
    for (var address : keyed.addresses()) {
      suppressions.add(indexes.address(address.kind(), address.value()), address.kind().channels(), SuppressionReason.ERASED,
          origin.source(), now);
    }
    addresses.deleteAll(keyed.addresses().stream().map(Address::id).toList());
    attributes.deleteAll(contactId);
    words.deleteAll(contactId);
    boolean erased = contacts.erase(contactId, now);
    audit.record(origin.actor(), "contact.erase", "contact", contactId, origin.source());
    events.publishEvent(new ContactErased(contactId));
    return erased;
  }
}
