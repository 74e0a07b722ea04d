package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.contact.TrailRepository.ConsentStep;

/** What people agreed to, with evidence; every act is kept. */
@Singleton
public class Consents {
  private static final Set<Purpose> ALL = EnumSet.allOf(Purpose.class);
  private final AddressRepository addresses;
  private final ContactKeys keys;
  private final SuppressionRepository suppressions;
  private final ConsentTrail consentTrail;
  private final TrailRepository trail;
  private final MergeRepository merges;
  private final ConfirmationRules rules;
  private final Indexes indexes;
  private final Clock clock;

  Consents(AddressRepository addresses, ContactKeys keys, SuppressionRepository suppressions, ConsentTrail consentTrail,
      TrailRepository trail, MergeRepository merges, ConfirmationRules rules, Indexes indexes, Clock clock) {
    this.addresses = addresses;
    this.keys = keys;
    this.suppressions = suppressions;
    this.consentTrail = consentTrail;
    this.trail = trail;
    this.merges = merges;
    this.rules = rules;
    this.indexes = indexes;
    this.clock = clock;
  }

  /**
   * Grants purposes for channels of an address (channels that it lacks are ignored). A grant by a file does not undo a withdrawal. Where
   * {@link ConfirmationRules} say so, it waits until the person confirms it.
   *
   * @param words what the person said, null when nothing was written; sealed
   */
  @Transactional
  public void grant(long addressId, Set<Channel> channels, Set<Purpose> purposes, Origin origin, @Nullable String words) {
    change(addressId, channels, purposes, origin, words, (state, bits, _) -> new Change(state, rules.granted(state, bits, origin)));
  }

  /**
   * Withdraws; it wins until the person or staff grant again. Repeating it changes nothing, and adds an event only where the contact was
   * merged: what a merge withdrew and the person withdraws too must stay withdrawn when the merge is undone.
   */
  @Transactional
  public void withdraw(long addressId, Set<Channel> channels, Set<Purpose> purposes, Origin origin, @Nullable String words) {
    change(addressId, channels, purposes, origin, words, (state, bits, contact) -> {
      return new Change(merges.parts(contact).isEmpty() ? state : state.without(bits), state.withdraw(bits));
    });
  }

  /** What the trail tells of, and what holds from now on. */
  private record Change(ConsentState told, ConsentState after) {}

  private interface Step {
    Change of(ConsentState now, int bits, long contactId);
  }

  private void change(long addressId, Set<Channel> channels, Set<Purpose> purposes, Origin origin, @Nullable String words, Step step) {
    addresses.lock(addressId);
    var contact = addresses.contactOf(addressId);
    var sealer = contact.flatMap(keys::sealer);
    if (sealer.isEmpty()) return;
    var address = addresses.ofContacts(java.util.Map.of(contact.get(), sealer.get())).get(contact.get()).stream()
        .filter(a -> a.id() == addressId).findFirst().orElseThrow();
    var theirs = EnumSet.copyOf(address.kind().channels());
    theirs.retainAll(channels);
    var change = step.of(address.consent(), ConsentState.bits(theirs, purposes), contact.get());
    if (change.after().equals(change.told())) return;
    addresses.updateAll(List.of(ContactMerge.withConsent(address, change.after())));
    consentTrail.record(List.of(new ConsentTrail.Turn(address, change.told(), change.after(), sealer.get())), origin, words,
        clock.instant());
  }

  /** Consent only; suppression and validity are {@link Destination}'s question. */
  @Transactional
  public boolean mayReceive(long addressId, Channel channel, Purpose purpose) {
    return addresses.consent(addressId).filter(state -> state.allows(channel, purpose)).isPresent();
  }

  /**
   * The person said stop: the address is suppressed for these channels, whether or not it belongs to a contact, and the words are kept
   * as evidence. Takes effect with the caller's commit.
   */
  @Transactional
  public void stop(AddressKind kind, String value, Set<Channel> channels, Origin origin, @Nullable String words) {
    var key = indexes.address(kind, value);
    suppressions.add(key, own(kind, channels), SuppressionReason.STOP, origin.source(), clock.instant());
    keep(key, ConsentAction.STOPPED, own(kind, channels), origin, words);
  }

  /** The way back (START): lifts every suppression of these channels but a bounce. */
  @Transactional
  public void start(AddressKind kind, String value, Set<Channel> channels, Origin origin, @Nullable String words) {
    var key = indexes.address(kind, value);
    for (var channel : own(kind, channels)) {
      for (var reason : SuppressionReason.values()) {
        if (reason != SuppressionReason.BOUNCE) suppressions.remove(key, channel, reason);
      }
    }
    keep(key, ConsentAction.RESTARTED, own(kind, channels), origin, words);
  }

  private static Set<Channel> own(AddressKind kind, Set<Channel> channels) {
    var own = EnumSet.copyOf(kind.channels());
    own.retainAll(channels);
    return own;
  }

  private void keep(Indexes.AddressKey key, ConsentAction action, Set<Channel> channels, Origin origin, @Nullable String words) {
    var found = addresses.find(List.of(key)).get(key);
    if (found == null || channels.isEmpty()) return;
    keys.sealer(found.contactId()).ifPresent(sealer -> trail.addConsents(List.of(new ConsentStep(found.contactId(), found.addressId(),
        clock.instant(), action, channels.stream().map(Channel::code).collect(Collectors.joining(" ")),
        ALL.stream().map(Purpose::code).collect(Collectors.joining(" ")), origin, words, sealer))));
  }
}
