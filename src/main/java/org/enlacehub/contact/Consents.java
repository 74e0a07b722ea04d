package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Set;

/** What people agreed to, with evidence; every act is kept. */
@Singleton
public class Consents {

  /**
   * Grants purposes for channels of an address (channels that it lacks are ignored). A grant by a file does not undo a withdrawal.
   *
   * @param words what the person said, null when nothing was written; sealed
   */
  @Transactional
  public void grant(long addressId, Set<Channel> channels, Set<Purpose> purposes, Origin origin, @Nullable String words) {
    throw new UnsupportedOperationException();
  }

  /** Withdraws; it wins until the person or staff grant again. Repeating it changes nothing and adds no event. */
  @Transactional
  public void withdraw(long addressId, Set<Channel> channels, Set<Purpose> purposes, Origin origin, @Nullable String words) {
    throw new UnsupportedOperationException();
  }

  /** Consent only; suppression and validity are {@link Destination}'s question. */
  @Transactional
  public boolean mayReceive(long addressId, Channel channel, Purpose purpose) {
    throw new UnsupportedOperationException();
  }

  /**
   * The person said stop: the address is suppressed for these channels, whether or not it belongs to a contact, and the words are kept
   * as evidence. Takes effect with the caller's commit.
   */
  @Transactional
  public void stop(AddressKind kind, String value, Set<Channel> channels, Origin origin, @Nullable String words) {
    throw new UnsupportedOperationException();
  }

  /** The way back (START): lifts STOP, COMPLAINT, STAFF and ERASED for these channels. */
  @Transactional
  public void start(AddressKind kind, String value, Set<Channel> channels, Origin origin, @Nullable String words) {
    throw new UnsupportedOperationException();
  }
}
