package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Double opt-in: what others say that a person agreed to is asked of the person, once, and counts when they say yes or press the button
 * behind the link. See {@link ConfirmationRules}.
 */
@Singleton
public class Confirmations {
  private static final Set<String> YES = Set.of("si", "sii", "si acepto", "si confirmo", "si quiero", "acepto", "confirmo", "yes", "y",
      "yes i do", "i agree", "confirm");
  private final ConfirmationRepository repository;
  private final ConfirmationRules rules;
  private final AddressRepository addresses;
  private final Consents consents;
  private final Clock clock;

  Confirmations(ConfirmationRepository repository, ConfirmationRules rules, AddressRepository addresses, Consents consents, Clock clock) {
    this.repository = repository;
    this.rules = rules;
    this.addresses = addresses;
    this.consents = consents;
    this.clock = clock;
  }

  /** Somebody to be asked, by one of these channels of their address, whether they want messages of these purposes. */
  public record Request(long contactId, long addressId, Set<Channel> channels, Set<Purpose> purposes) {}

  /** The next that are to be asked; those whose claim was withdrawn meanwhile are forgotten. */
  @Transactional
  public List<Request> waiting(int limit) {
    var requests = new ArrayList<Request>();
    for (long address : repository.waiting(limit)) {
      int bits = addresses.consent(address).map(ConsentState::unconfirmed).orElse(0);
      if (bits == 0) repository.forget(address);
      else addresses.contactOf(address).ifPresent(contact -> requests.add(new Request(contact, address, channels(bits), purposes(bits))));
    }
    return requests;
  }

  /** The request was queued for sending; call in the transaction that queues it. It can be answered from now on. */
  @Transactional
  public void asked(Request request) {
    var now = clock.instant();
    int bits = addresses.consent(request.addressId()).map(ConsentState::unconfirmed).orElse(0);
    repository.asked(request.addressId(), bits, now, now.plus(rules.valid()));
  }

  /** For what a person is asked now by this address; empty when nothing can be confirmed. */
  @Transactional
  public Set<Purpose> open(long addressId) {
    return purposes(bits(addressId));
  }

  /** The person said yes: what they were asked for is granted, with their words as evidence. False when nothing can be confirmed. */
  @Transactional
  public boolean confirm(long addressId, Origin person, @Nullable String words) {
    addresses.lock(addressId);
    int bits = bits(addressId);
    for (var channel : channels(bits)) {
      consents.grant(addressId, EnumSet.of(channel), purposes(bits & ConsentState.bits(EnumSet.of(channel), EnumSet.allOf(Purpose.class))),
          person, words);
    }
    if (bits != 0) repository.confirmed(addressId);
    return bits != 0;
  }

  /** A message came from the address: when it is a yes and nothing else, and a request is open, it confirms. */
  @Transactional
  public boolean answered(long addressId, String text, Origin person) {
    return isYes(text) && confirm(addressId, person, text);
  }

  private int bits(long addressId) {
    int claimed = addresses.consent(addressId).map(ConsentState::unconfirmed).orElse(0);
    return claimed == 0 ? 0 : claimed & repository.open(addressId, clock.instant()).orElse(0);
  }

  private static boolean isYes(String text) {
    return YES.contains(Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}]+", " ").strip());
  }

  private static EnumSet<Channel> channels(int bits) {
    var channels = EnumSet.allOf(Channel.class);
    channels.removeIf(channel -> (bits & ConsentState.bits(EnumSet.of(channel), EnumSet.allOf(Purpose.class))) == 0);
    return channels;
  }

  private static EnumSet<Purpose> purposes(int bits) {
    var purposes = EnumSet.allOf(Purpose.class);
    purposes.removeIf(purpose -> (bits & ConsentState.bits(EnumSet.allOf(Channel.class), EnumSet.of(purpose))) == 0);
    return purposes;
  }
}
