package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Forgets a person. */
@Singleton
public class Erasure {

  /**
   * Destroys the contact's key, so that everything sealed under it is unreadable, here and in backups; deletes addresses, words, tags
   * and declared fields; keeps country, area, language and the months, for aggregates. The addresses stay suppressed as keyed hashes.
   * Publishes {@link ContactErased}. False when there is no such contact or it was erased before.
   */
  @Transactional
  public boolean erase(long contactId, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
