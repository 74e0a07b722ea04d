package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.account.DeskScope;

/** Keeps people: makes, reads and changes contacts one by one. */
@Singleton
public class Contacts {

  /** Stores a new person; {@link SaveOutcome.Taken} when an address or the reference belongs to somebody. */
  @Transactional
  public SaveOutcome create(ContactDraft draft, Origin origin) {
    throw new UnsupportedOperationException();
  }

  /** Replaces everything of a contact that a draft holds, when {@code version} is still the stored one. */
  @Transactional
  public SaveOutcome update(long id, int version, ContactDraft draft, Origin origin) {
    throw new UnsupportedOperationException();
  }

  /** The contact, erased ones excluded; empty also when it lies outside {@code scope}. */
  @Transactional
  public Optional<Contact> find(long id, DeskScope scope) {
    throw new UnsupportedOperationException();
  }

  /** Several contacts at once, in a number of statements that does not grow with theirs. */
  @Transactional
  public Map<Long, Contact> findAll(Collection<Long> ids) {
    throw new UnsupportedOperationException();
  }

  /** Who has this address ({@code value} normalised). */
  @Transactional
  public Optional<Contact> findByAddress(AddressKind kind, String value) {
    throw new UnsupportedOperationException();
  }

  /** Addresses by contact, preferred first; opened. */
  @Transactional
  public Map<Long, List<Address>> addressesOf(Collection<Long> contactIds) {
    throw new UnsupportedOperationException();
  }
}
