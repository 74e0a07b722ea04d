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
    return Remembered.sealers(contactIds, this::read);
  }

  /** Does a piece of work, at most a transaction long, in which no key and no person is read twice. */
  public <T> T remembering(Supplier<T> work) {
    return Remembered.during(work);
  }

  private Map<Long, Sealer> read(Collection<Long> contactIds) {
    var all = new HashMap<Long, Sealer>();
    contacts.keys(contactIds, KEPT).forEach((id, key) -> all.put(id, contacts.sealer(id, key)));
    return all;
  }
}
