package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Addresses to which nothing may go. They are kept as keyed hashes and outlive their contact. */
@Singleton
public class Suppressions {

  /** An address as it is asked for; {@code value} normalised. */
  public record Key(AddressKind kind, String value) {}

  /** Suppresses channels of an address; a channel that is suppressed already keeps its first reason. */
  @Transactional
  public void suppress(AddressKind kind, String value, Set<Channel> channels, SuppressionReason reason, String source) {
    throw new UnsupportedOperationException();
  }

  /** Lifts the suppression of channels, whatever its reason. */
  @Transactional
  public void lift(AddressKind kind, String value, Set<Channel> channels) {
    throw new UnsupportedOperationException();
  }

  /** Why this channel of the address is suppressed; empty when it is not. */
  @Transactional
  public Optional<SuppressionReason> reason(AddressKind kind, String value, Channel channel) {
    throw new UnsupportedOperationException();
  }

  /** Suppressed channels of many addresses in one statement; addresses with none are absent. */
  @Transactional
  public Map<Key, Set<Channel>> among(Collection<Key> keys) {
    throw new UnsupportedOperationException();
  }
}
