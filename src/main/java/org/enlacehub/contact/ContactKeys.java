package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.crypto.Sealer;

/** Lends the sealers of contacts to rooms that keep something of them: messages, inquiries, notes. */
@Singleton
public class ContactKeys {

  /** The sealer of a contact; empty when it was erased or never was. */
  @Transactional
  public Optional<Sealer> sealer(long contactId) {
    throw new UnsupportedOperationException();
  }

  /** Sealers of many, in one statement; those of erased contacts are absent. */
  @Transactional
  public Map<Long, Sealer> sealers(Collection<Long> contactIds) {
    throw new UnsupportedOperationException();
  }
}
