package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Who writes to us: finds the sender of a message, or makes a contact of them. */
@Singleton
public class ContactIntake {

  /**
   * What a first message tells of its sender.
   *
   * @param channel by which it came; an address that wrote by WhatsApp can receive it
   * @param profileName what the sender calls themselves (WhatsApp profile, mail display name)
   * @param language of the message, when it was recognised
   */
  public record Hints(Channel channel, @Nullable String profileName, @Nullable String language) {}

  /** Who it is. {@code created} is true for exactly one of several first messages that arrive at once. */
  public record Sender(long contactId, long addressId, boolean created) {}

  /**
   * The contact that has this address; made when there is none. Safe against any number of first messages at once on any number of
   * nodes: they get one contact. Notes when the person was heard. Joins the caller's transaction.
   *
   * @param value normalised, see {@link Phones} and {@link Emails}
   */
  @Transactional
  public Sender findOrCreate(AddressKind kind, String value, Instant heard, Hints hints) {
    throw new UnsupportedOperationException();
  }

  /** Notes that the person wrote at this time. */
  @Transactional
  public void touchHeard(long contactId, Instant heard) {
    throw new UnsupportedOperationException();
  }
}
