package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Reads people for sending: language, zone, addresses, consent and suppression, in a fixed number of statements. */
@Singleton
public class Recipients {

  /** Those of the ids that are active contacts; three statements, four with declared fields. */
  @Transactional
  public Map<Long, Recipient> read(Collection<Long> contactIds) {
    throw new UnsupportedOperationException();
  }

  public Optional<Recipient> read(long contactId) {
    throw new UnsupportedOperationException();
  }

  /** One address as it stands now; empty when it is gone. */
  @Transactional
  public Optional<Destination> destination(long addressId) {
    throw new UnsupportedOperationException();
  }

  /** Nothing arrives at this address any more ({@code reason} as in {@link Address#invalidReason}); repeatable. */
  @Transactional
  public void markInvalid(long addressId, String reason) {
    throw new UnsupportedOperationException();
  }

  /** It is known now whether this telephone number has WhatsApp. */
  @Transactional
  public void markWhatsapp(long addressId, boolean has) {
    throw new UnsupportedOperationException();
  }
}
