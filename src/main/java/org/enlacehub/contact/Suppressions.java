package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Addresses to which nothing may go. They are kept as keyed hashes and outlive their contact. */
@Singleton
public class Suppressions {
  private final SuppressionRepository repository;
  private final Indexes indexes;
  private final Clock clock;

  Suppressions(SuppressionRepository repository, Indexes indexes, Clock clock) {
    this.repository = repository;
    this.indexes = indexes;
    this.clock = clock;
  }

  /** Suppresses channels of an address; a channel that is suppressed already keeps its first reason. */
  @Transactional
  public void suppress(AddressKind kind, String value, Set<Channel> channels, SuppressionReason reason, String source) {
    repository.add(indexes.address(kind, value), own(kind, channels), reason, source, clock.instant());
  }

  /** Lifts the suppression of channels, whatever its reason. */
  @Transactional
  public void lift(AddressKind kind, String value, Set<Channel> channels) {
    repository.remove(indexes.address(kind, value), own(kind, channels));
  }

  private static Set<Channel> own(AddressKind kind, Set<Channel> channels) {
    var own = EnumSet.copyOf(kind.channels());
    own.retainAll(channels);
    return own;
  }

  /** Why this channel of the address is suppressed; empty when it is not. */
  @Transactional
  public Optional<SuppressionReason> reason(AddressKind kind, String value, Channel channel) {
    return repository.reason(indexes.address(kind, value), channel);
  }
}
