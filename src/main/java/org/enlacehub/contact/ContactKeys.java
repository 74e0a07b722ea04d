package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.enlacehub.platform.crypto.Sealer;

/** Lends the sealers of contacts to rooms that keep something of them: messages, inquiries, notes. */
@Singleton
public class ContactKeys {
  private static final Set<ContactState> KEPT = Set.of(ContactState.ACTIVE, ContactState.MERGED);
  private static final ScopedValue<Map<Long, Sealer>> REMEMBERED = ScopedValue.newInstance();
  private final ContactRepository contacts;

  ContactKeys(ContactRepository contacts) {
    this.contacts = contacts;
  }

  /** The sealer of a contact; empty when it was erased or never was. */
  @Transactional
  public Optional<Sealer> sealer(long contactId) {
    return Optional.ofNullable(sealers(List.of(contactId)).get(contactId));
  }

  /** Sealers of many, in one statement; those of erased contacts are absent, those of merged ones are their own still. */
  @Transactional
  public Map<Long, Sealer> sealers(Collection<Long> contactIds) {
    if (REMEMBERED.isBound()) {
      return remembered(contactIds, REMEMBERED.get());
    }
    return read(contactIds);
  }

  /** Does a piece of work, at most a transaction long, in which no key is read twice. */
  public <T> T remembering(Supplier<T> work) {
    return ScopedValue.where(REMEMBERED, new HashMap<>()).call(work::get);
  }

  private Map<Long, Sealer> remembered(Collection<Long> contactIds, Map<Long, Sealer> known) {
    var missing = contactIds.stream().filter(id -> !known.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      known.putAll(read(missing));
    }
    var all = new HashMap<>(known);
    all.keySet().retainAll(Set.copyOf(contactIds));
    return all;
  }

  private Map<Long, Sealer> read(Collection<Long> contactIds) {
    var all = new HashMap<Long, Sealer>();
    contacts.keys(contactIds, KEPT).forEach((id, key) -> all.put(id, contacts.sealer(id, key)));
    return all;
  }
}
