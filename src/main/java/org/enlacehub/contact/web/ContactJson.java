package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.contact.Address;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactFacts;
import org.enlacehub.contact.Flaw;
import org.enlacehub.contact.Purpose;

/** A contact as the API shows and takes it: the canonical names of contact files, declared fields among them. */
final class ContactJson {
  /** Always there, null when unknown. */
  private static final List<String> ALWAYS = List.of("external_id", "name", "given_name", "family_name", "phone", "whatsapp", "email",
      "language", "country", "area", "city", "postal_code");
  /** What a client may send back from an answer without meaning a change. */
  private static final Set<String> READ_ONLY = Set.of("id", "version", "consulate", "source", "first_heard", "last_heard", "created",
      "updated", "addresses");
  private static final Map<String, String> JOINS = Map.of("phone", "; ", "whatsapp", "; ", "email", "; ", "tags", ", ", "consent", " ");

  private ContactJson() {}

  static Map<String, Object> of(Contact c) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(c.id()));
    json.put("version", c.version());
    var facts = ContactFacts.of(c);
    ALWAYS.forEach(name -> json.put(name, facts.get(name)));
    facts.forEach((name, text) -> json.putIfAbsent(name, text));
    json.computeIfPresent("latitude", (_, _) -> c.place().lat());
    json.computeIfPresent("longitude", (_, _) -> c.place().lon());
    json.computeIfPresent("birth_year", (_, _) -> c.birthYear());
    json.put("consulate", c.consulate());
    json.put("tags", List.copyOf(c.tags()));
    json.put("consent", consent(c));
    json.put("addresses", c.addresses().stream().map(ContactJson::address).toList());
    json.put("source", c.source());
    json.put("first_heard", text(c.firstHeard()));
    json.put("last_heard", text(c.lastHeard()));
    json.put("created", c.created().toString());
    json.put("updated", c.updated().toString());
    return json;
  }

  /** Purposes that some address granted. */
  private static List<String> consent(Contact c) {
    return Arrays.stream(Purpose.values()).filter(p -> c.addresses().stream().anyMatch(a -> a.kind().channels().stream()
        .anyMatch(channel -> a.consent().isGranted(channel, p)))).map(Purpose::code).toList();
  }

  private static Map<String, Object> address(Address a) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(a.id()));
    json.put("kind", a.kind().name().toLowerCase(java.util.Locale.ROOT));
    json.put("value", a.value());
    json.put("channels", EnumSet.allOf(Channel.class).stream().filter(channel -> reachable(a, channel)).map(Channel::code).toList());
    json.put("valid", a.valid());
    json.put("invalid_reason", a.invalidReason());
    var consent = new LinkedHashMap<String, Object>();
    for (var channel : a.kind().channels()) {
      consent.put(channel.code(), Map.of(
          "unconfirmed", Arrays.stream(Purpose.values()).filter(p -> a.consent().isUnconfirmed(channel, p)).map(Purpose::code).toList(),
          "granted", Arrays.stream(Purpose.values()).filter(p -> a.consent().isGranted(channel, p)).map(Purpose::code).toList(),
          "withdrawn", Arrays.stream(Purpose.values()).filter(p -> a.consent().isWithdrawn(channel, p)).map(Purpose::code).toList()));
    }
    json.put("consent", consent);
    return json;
  }

  private static boolean reachable(Address a, Channel channel) {
    return a.reaches(channel);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** The body as texts by canonical name; what is no text, number, truth or list of them becomes a flaw. */
  static Map<String, String> values(Map<String, Object> body, List<Flaw> flaws) {
    var values = new HashMap<String, String>();
    body.forEach((name, value) -> {
      if (value == null || READ_ONLY.contains(name)) return;
      switch (value) {
        case Map<?, ?> _ -> flaws.add(new Flaw(name, "invalid-type", "Give a text, not an object."));
        case List<?> list -> {
          var parts = new ArrayList<String>();
          for (var part : list) {
            if (part instanceof String || part instanceof Number) parts.add(part.toString());
            else flaws.add(new Flaw(name, "invalid-type", "The list may hold texts only."));
          }
          if (JOINS.containsKey(name)) values.put(name, String.join(JOINS.get(name), parts));
          else flaws.add(new Flaw(name, "invalid-type", "Give one text, not a list."));
        }
        default -> values.put(name, value.toString());
      }
    });
    return values;
  }
}
