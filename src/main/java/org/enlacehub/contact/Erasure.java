package org.enlacehub.contact;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
  private final MergeRepository merges;
  private final TwinRepository twins;
  private final Indexes indexes;
  private final AuditLog audit;
  private final ApplicationEventPublisher<ContactErased> events;
  private final Clock clock;

  Erasure(ContactStore store, ContactRepository contacts, AddressRepository addresses, AttributeRepository attributes, WordRepository words,
      SuppressionRepository suppressions, MergeRepository merges, TwinRepository twins, Indexes indexes, AuditLog audit,
      ApplicationEventPublisher<ContactErased> events, Clock clock) {
    this.store = store;
    this.contacts = contacts;
    this.addresses = addresses;
    this.attributes = attributes;
    this.words = words;
    this.suppressions = suppressions;
    this.merges = merges;
    this.twins = twins;
    this.indexes = indexes;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Forgets a contact and every contact that was merged into it; of one that was merged itself, the one that it lies in. Destroys the key, so that everything sealed under it is unreadable, here and in backups; deletes addresses, words, tags
   * and declared fields; keeps country, area, language and the months, for aggregates. The addresses stay suppressed as keyed hashes.
   * Publishes {@link ContactErased}. False when there is no such contact within the actor's scope, or it was erased before.
   */
  @Transactional
  public boolean erase(long contactId, Origin origin) {
    long survivor = merges.survivors(List.of(contactId)).getOrDefault(contactId, contactId);
    contacts.lock(survivor);
    var keyed = store.load(List.of(survivor)).get(survivor);
    if (keyed == null || !origin.actor().scope().covers(keyed.contact().consulate())) return false;
    var now = clock.instant();
    for (var address : keyed.addresses()) {
      suppressions.add(indexes.address(address.kind(), address.value()), address.kind().channels(), SuppressionReason.ERASED,
          origin.source(), now);
    }
    addresses.deleteAll(keyed.addresses().stream().map(Address::id).toList());
    var lineage = new ArrayList<>(merges.parts(survivor));
    lineage.add(survivor);
    lineage.forEach(id -> forget(id, now));
    merges.forget(lineage);
    audit.record(origin.actor(), "contact.erase", "contact", survivor, origin.source());
    return true;
  }

  private void forget(long id, Instant now) {
    attributes.deleteAll(id);
    words.deleteAll(id);
    twins.forget(id);
    contacts.erase(id, now);
    events.publishEvent(new ContactErased(id));
  }
}
