package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.function.Predicate;

/** A contact as texts by canonical name, as files, message texts and the trail know it. Absent values are absent. */
public final class ContactFacts {
  private ContactFacts() {}

  /** Canonical name to text; several addresses of a kind are joined by "; ". */
  public static Map<String, String> of(Contact c) {
    var facts = new LinkedHashMap<String, String>();
    put(facts, "external_id", c.externalId());
    put(facts, "name", c.name());
    put(facts, "given_name", c.givenName());
    put(facts, "family_name", c.familyName());
    facts.putAll(addresses(c.addresses()));
    put(facts, "language", c.language());
    put(facts, "country", c.place().country());
    put(facts, "area", c.place().area());
    put(facts, "area2", c.place().area2());
    put(facts, "city", c.place().city());
    put(facts, "postal_code", c.place().postalCode());
    put(facts, "latitude", c.place().lat());
    put(facts, "longitude", c.place().lon());
    put(facts, "timezone", c.timezone());
    put(facts, "consulate", c.consulate());
    put(facts, "birth_year", c.birthYear());
    put(facts, "note", c.note());
    put(facts, "tags", c.tags().isEmpty() ? null : String.join(", ", c.tags()));
    c.attributes().forEach((field, text) -> put(facts, field, text));
    return facts;
  }

  /** What differs, by name: the old text and the new, either null. */
  public static Map<String, String[]> differences(@Nullable Contact before, Contact after) {
    var old = before == null ? Map.<String, String>of() : of(before);
    var now = of(after);
    var names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    var changes = new LinkedHashMap<String, String[]>();
    for (var name : names) {
      var a = old.get(name);
      var b = now.get(name);
      if (a == null ? b != null : !a.equals(b)) changes.put(name, new String[] {a, b});
    }
    return changes;
  }

  /** {@code phone}, {@code whatsapp} and {@code email} of these addresses, each in their order. */
  static Map<String, String> addresses(List<Address> addresses) {
    var facts = new LinkedHashMap<String, String>();
    put(facts, "phone", joined(addresses, a -> a.kind() == AddressKind.PHONE && a.canSms()));
    put(facts, "whatsapp", joined(addresses, a -> a.kind() != AddressKind.EMAIL && a.canWhatsapp()));
    put(facts, "email", joined(addresses, a -> a.kind() == AddressKind.EMAIL));
    return facts;
  }

  private static @Nullable String joined(List<Address> addresses, Predicate<Address> which) {
    var all = addresses.stream().filter(which).map(Address::value).collect(Collectors.joining("; "));
    return all.isEmpty() ? null : all;
  }

  private static void put(Map<String, String> facts, String name, @Nullable Object value) {
    if (value != null) facts.put(name, value.toString());
  }
}
