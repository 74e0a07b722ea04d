package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.contact.Recipients.Keyed;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.database.Statements;

/**
 * Reads active contacts as recipients: one statement for the people, their addresses and what is suppressed, and only the columns that
 * somebody wants to write into a text. A campaign asks this of everyone it writes to, so that each value counts.
 */
@Singleton
class RecipientRepository {
  /** Fields that lie sealed in columns of their name. */
  private static final List<String> SEALED = List.of("external_id", "name", "given_name", "family_name");
  /** Fields that lie open, with their columns. */
  private static final Map<String, String> OPEN = new TreeMap<>(Map.of("language", "language", "country", "country", "area", "area",
      "area2", "area2", "city", "city", "postal_code", "postal_code", "latitude", "lat", "longitude", "lon", "timezone", "timezone",
      "birth_year", "birth_year"));
  private static final String PERSON = "c.id, c.data_key, c.language, c.timezone, c.country, c.area, c.consulate";
  private static final String ADDRESS = "a.id, a.kind, a.value, a.region, a.can_sms, a.can_whatsapp, a.valid, a.invalid_reason,"
      + " a.preference, a.granted, a.withdrawn, a.unconfirmed, s.channel";
  private static final int PERSON_COLUMNS = 7;
  private final Statements statements;
  private final AttributeRepository attributes;
  private final ContactFields declared;
  private final Vault vault;

  RecipientRepository(Statements statements, AttributeRepository attributes, ContactFields declared, Vault vault) {
    this.statements = statements;
    this.attributes = attributes;
    this.declared = declared;
    this.vault = vault;
  }

  /** A person while their rows are read. */
  private static final class Person {
    private final long id;
    private final Sealer sealer;
    private final @Nullable String language;
    private final @Nullable String zone;
    private final @Nullable String country;
    private final @Nullable String area;
    private final @Nullable String consulate;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<Long, Address> addresses = new LinkedHashMap<>(4);
    private final Map<Long, Set<Channel>> suppressed = new HashMap<>(2);

    Person(long id, Sealer sealer, @Nullable String language, @Nullable String zone, @Nullable String country, @Nullable String area,
        @Nullable String consulate) {
      this.id = id;
      this.sealer = sealer;
      this.language = language;
      this.zone = zone;
      this.country = country;
      this.area = area;
      this.consulate = consulate;
    }

    /** With the values that follow from several columns. */
    Keyed keyed(Predicate<String> wanted) {
      var own = addresses.size() == 1 ? List.copyOf(addresses.values())
          : addresses.values().stream().sorted(AddressRepository.PREFERRED).toList();
      put("consulate", consulate);
      if (wanted.test("name")) {
        put("name", Contact.shownName(values.get("name"), values.get("given_name"), values.get("family_name")));
      }
      if (wanted.test("phone") || wanted.test("whatsapp") || wanted.test("email")) {
        values.putAll(ContactFacts.addresses(own));
      }
      var destinations = new ArrayList<Destination>(own.size());
      for (var address : own) {
        destinations.add(new Destination(address, suppressed.getOrDefault(address.id(), Set.of())));
      }
      return new Keyed(new Recipient(id, language, zone == null ? null : ZoneId.of(zone), country, area, consulate, values, destinations),
          sealer);
    }

    void put(String field, @Nullable String value) {
      if (value != null) {
        values.put(field, value);
      }
    }
  }

  /** @param wanted fields by canonical name that the recipients' values must hold where they are known */
  Map<Long, Keyed> read(Collection<Long> ids, Predicate<String> wanted) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var fields = fields(wanted);
    var people = new HashMap<Long, Person>();
    statements.list("SELECT " + PERSON + fields.stream().map(f -> ", c." + OPEN.getOrDefault(f, f)).collect(Collectors.joining())
        + ", " + ADDRESS + " FROM contact c LEFT JOIN contact_address a ON a.contact_id = c.id"
        + " LEFT JOIN suppression s ON s.kind = a.kind AND s.value_index = a.value_index WHERE c.state = 'ACTIVE' AND c.id IN ("
        + Statements.marks(ids.size()) + ")", List.copyOf(ids), row -> {
          var person = people.get(row.getLong(1));
          if (person == null) {
            person = person(row);
            people.put(person.id, person);
            values(person, fields, row);
          }
          address(person, row, PERSON_COLUMNS + fields.size());
          return person.id;
        });
    more(people, wanted);
    var all = new HashMap<Long, Keyed>();
    people.forEach((id, person) -> all.put(id, person.keyed(wanted)));
    return all;
  }

  private Person person(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    return new Person(id, vault.sealer(id, row.getBytes(2)), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
        row.getString(7));
  }

  private static List<String> fields(Predicate<String> wanted) {
    // Who has no full name is called by its parts.
    boolean parts = wanted.test("name");
    return Stream.concat(SEALED.stream().filter(f -> wanted.test(f) || parts && f.endsWith("_name")), OPEN.keySet().stream().filter(wanted))
        .toList();
  }

  private static void values(Person person, List<String> fields, ResultSet row) throws SQLException {
    for (int i = 0; i < fields.size(); i++) {
      var field = fields.get(i);
      var value = SEALED.contains(field) ? opened(person, "contact." + field, person.id, row.getBytes(PERSON_COLUMNS + 1 + i))
          : row.getString(PERSON_COLUMNS + 1 + i);
      person.put(field, value);
    }
  }

  private static @Nullable String opened(Person person, String column, long rowId, @Nullable byte[] sealed) {
    return sealed == null ? null : person.sealer.open(column, rowId, sealed);
  }

  private static void address(Person person, ResultSet row, int before) throws SQLException {
    long id = row.getLong(before + 1);
    if (row.wasNull()) {
      return;
    }
    if (!person.addresses.containsKey(id)) {
      person.addresses.put(id, new Address(id, person.id, AddressKind.valueOf(row.getString(before + 2)),
          opened(person, "contact_address.value", id, row.getBytes(before + 3)), row.getString(before + 4), row.getBoolean(before + 5),
          row.getBoolean(before + 6), row.getBoolean(before + 7), row.getString(before + 8), row.getInt(before + 9),
          new ConsentState(row.getInt(before + 10), row.getInt(before + 11), row.getInt(before + 12))));
    }
    var suppressed = row.getString(before + 13);
    if (suppressed != null) {
      person.suppressed.computeIfAbsent(id, _ -> EnumSet.noneOf(Channel.class)).add(Channel.valueOf(suppressed));
    }
  }

  /** What lies in other tables. */
  private void more(Map<Long, Person> people, Predicate<String> wanted) {
    if (declared.all().stream().anyMatch(field -> wanted.test(field.name()))) {
      var sealers = new HashMap<Long, Sealer>();
      people.forEach((id, person) -> sealers.put(id, person.sealer));
      attributes.ofContacts(sealers).forEach((id, own) -> people.get(id).values.putAll(own));
    }
    if (wanted.test("tags")) {
      attributes.tagsOf(people.keySet()).forEach((id, tags) -> people.get(id).values.put("tags", String.join(", ", tags)));
    }
  }
}
