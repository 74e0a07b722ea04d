package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.enlacehub.platform.id.Ids;

/** What a contact becomes when a draft is laid over it. */
@Singleton
class ContactMerge {
  private final Residences residences;
  private final ConfirmationRules rules;
  private final Ids ids;

  ContactMerge(Residences residences, ConfirmationRules rules, Ids ids) {
    this.residences = residences;
    this.rules = rules;
    this.ids = ids;
  }

  /** What a null in the draft means. */
  enum Mode {
    /** As it was; addresses and tags are added. */
    ADD,
    /** Gone; addresses and tags are exactly those of the draft. */
    REPLACE
  }

  Contact created(long id, ContactDraft draft, Origin origin, Instant now) {
    var blank = new Contact(id, 1, ContactState.ACTIVE, null, null, null, null, null, Place.UNKNOWN, null, null, null, null, null,
        Collections.emptySortedSet(), Map.of(), null, origin.source(), null, null, now, now, List.of());
    return over(blank, draft, Mode.REPLACE, origin, now, 1);
  }

  /** The contact with the draft laid over it and the next version; the same object when nothing changes. */
  Contact changed(Contact before, ContactDraft draft, Mode mode, Origin origin, Instant now) {
    var after = over(before, draft, mode, origin, now, before.version() + 1);
    boolean same = ContactFacts.differences(before, after).isEmpty() && before.addresses().equals(after.addresses());
    return same ? before : after;
  }

  private Contact over(Contact old, ContactDraft draft, Mode mode, Origin origin, Instant now, int version) {
    boolean replace = mode == Mode.REPLACE;
    var place = residences.complete(replace ? replaced(old.place(), draft.place()) : old.place().with(draft.place()));
    boolean moved = !place.equals(old.place());
    var addresses = addresses(old, draft, replace, origin);
    var phone = addresses.stream().filter(a -> a.kind() == AddressKind.PHONE).map(Address::value).findFirst().orElse(null);
    boolean sameNumbers = phones(addresses).equals(phones(old.addresses()));
    var zone = draft.timezone() != null ? draft.timezone()
        : moved || !sameNumbers || old.timezone() == null ? residences.timezone(place, phone) : old.timezone();
    return new Contact(old.id(), version, old.state(), pick(old.externalId(), draft.externalId(), replace),
        pick(old.name(), draft.name(), replace), pick(old.givenName(), draft.givenName(), replace),
        pick(old.familyName(), draft.familyName(), replace), pick(old.language(), draft.language(), replace), place,
        place.isUnknown() ? null : moved ? origin.placeSource() : old.placeSource(), place.isUnknown() ? null : moved ? now : old.placeAt(),
        zone, moved || old.consulate() == null ? residences.consulate(place) : old.consulate(),
        pick(old.birthYear(), draft.birthYear(), replace), tags(old, draft, replace), attributes(old, draft, replace),
        pick(old.note(), draft.note(), replace), old.source(), old.firstHeard(), old.lastHeard(), old.created(), now, addresses);
  }

  private static <T> @Nullable T pick(@Nullable T old, @Nullable T draft, boolean replace) {
    return draft != null || replace ? draft : old;
  }

  /** A replacement that repeats the place keeps its point, which forms and files do not carry. */
  private static Place replaced(Place old, Place draft) {
    if (draft.lat() != null) return draft;
    boolean same = Objects.equals(old.country(), draft.country()) && Objects.equals(old.area(), draft.area())
        && Objects.equals(old.city(), draft.city()) && Objects.equals(old.postalCode(), draft.postalCode());
    return same ? new Place(draft.country(), draft.area(), draft.area2(), draft.city(), draft.postalCode(), old.lat(), old.lon()) : draft;
  }

  private static SortedSet<String> tags(Contact old, ContactDraft draft, boolean replace) {
    var tags = new TreeSet<>(draft.tags());
    if (!replace) tags.addAll(old.tags());
    return tags;
  }

  private static Map<String, String> attributes(Contact old, ContactDraft draft, boolean replace) {
    var attributes = new TreeMap<String, String>();
    if (!replace) attributes.putAll(old.attributes());
    attributes.putAll(draft.attributes());
    return attributes;
  }

  private static List<String> phones(List<Address> addresses) {
    return addresses.stream().filter(a -> a.kind() == AddressKind.PHONE).map(Address::value).toList();
  }

  private List<Address> addresses(Contact old, ContactDraft draft, boolean replace, Origin origin) {
    var result = new ArrayList<Address>();
    if (!replace) result.addAll(old.addresses());
    for (var wanted : draft.addresses()) {
      var known = old.addresses().stream().filter(a -> isSame(a, wanted)).findFirst().orElse(null);
      int place = replace ? result.size() : known != null ? known.preference() : next(result);
      var address = known == null
          ? new Address(ids.next(), old.id(), wanted.kind(), wanted.value(), wanted.region(), wanted.canSms(), wanted.canWhatsapp(), true,
              null, place, ConsentState.NONE)
          : new Address(known.id(), old.id(), known.kind(), known.value(), known.region(),
              wanted.canSms() || !replace && known.canSms(), wanted.canWhatsapp() || !replace && known.canWhatsapp(), known.valid(),
              known.invalidReason(), place, known.consent());
      address = consented(address, known == null, draft.consent(), granted(old), replace, origin);
      if (known != null && !replace) result.set(result.indexOf(known), address);
      else result.add(address);
    }
    return List.copyOf(result);
  }

  private static boolean isSame(Address a, AddressDraft b) {
    return a.kind() == b.kind() && (a.kind() == AddressKind.EMAIL ? a.value().equalsIgnoreCase(b.value()) : a.value().equals(b.value()));
  }

  private static int next(List<Address> addresses) {
    return addresses.stream().mapToInt(Address::preference).max().orElse(-1) + 1;
  }

  /** The purposes that some address of the contact has granted: what forms and the API show as the contact's consent. */
  private static Set<Purpose> granted(Contact c) {
    var purposes = EnumSet.noneOf(Purpose.class);
    for (var address : c.addresses()) {
      for (var channel : address.kind().channels()) {
        for (var purpose : Purpose.values()) if (address.consent().isGranted(channel, purpose)) purposes.add(purpose);
      }
    }
    return purposes;
  }

  /**
   * A draft without purposes says nothing of consent. A replacement grants a known address only what the contact had not granted
   * before, so that sending back what one read undoes no withdrawal, and withdraws what it no longer names.
   */
  private Address consented(Address a, boolean fresh, Set<Purpose> purposes, Set<Purpose> before, boolean replace, Origin origin) {
    if (purposes.isEmpty()) return a;
    var channels = a.kind().channels();
    if (!replace) {
      return withConsent(a, rules.granted(a.consent(), ConsentState.bits(channels, purposes), origin));
    }
    var added = EnumSet.copyOf(purposes);
    var gone = EnumSet.noneOf(Purpose.class);
    if (!fresh) {
      added.removeAll(before);
      gone.addAll(before);
      gone.removeAll(purposes);
    }
    return withConsent(a, rules.granted(a.consent(), ConsentState.bits(channels, added), origin).withdraw(ConsentState.bits(channels, gone)));
  }

  static Address withConsent(Address a, ConsentState state) {
    return new Address(a.id(), a.contactId(), a.kind(), a.value(), a.region(), a.canSms(), a.canWhatsapp(), a.valid(), a.invalidReason(),
        a.preference(), state);
  }
}
