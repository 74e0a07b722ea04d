package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.database.Statements;

/** The table {@code contact}: rows go in sealed and come out opened. */
@Singleton
class ContactRepository {
  private static final String[] COLUMNS = {"external_id_index", "external_id", "name", "given_name", "family_name", "language",
      "country", "area", "area2", "city", "postal_code", "lat", "lon", "place_source", "place_at", "timezone", "consulate", "birth_year",
      "note", "updated_at"};
  private static final String INSERT = "INSERT INTO contact (" + String.join(", ", COLUMNS)
      + ", id, data_key, state, version, source, first_heard_at, last_heard_at, created_at) VALUES ("
      + Statements.marks(COLUMNS.length + 8) + ")";
  private static final String UPDATE = "UPDATE contact SET " + String.join(" = ?, ", COLUMNS)
      + " = ?, version = version + 1 WHERE id = ? AND version = ? AND state = 'ACTIVE'";

  private final Statements statements;
  private final Vault vault;
  private final Indexes indexes;

  ContactRepository(Statements statements, Vault vault, Indexes indexes) {
    this.statements = statements;
    this.vault = vault;
    this.indexes = indexes;
  }

  /** What else belongs to a contact and lies in other tables. */
  record Parts(List<Address> addresses, java.util.SortedSet<String> tags, Map<String, String> attributes) {}

  void insertAll(List<KeyedContact> contacts) {
    statements.later(INSERT, contacts.stream().map(keyed -> {
      var c = keyed.contact();
      var row = new ArrayList<Object>(columns(keyed));
      row.addAll(Arrays.asList(c.id(), keyed.dataKey(), c.state(), c.version(), c.source(), c.firstHeard(), c.lastHeard(), c.created()));
      return row;
    }).toList());
  }

  /** Writes each over the version before its own; false when one of them was changed meanwhile. */
  boolean updateAll(List<KeyedContact> contacts) {
    var counts = statements.batch(UPDATE, contacts.stream().map(keyed -> {
      var row = new ArrayList<Object>(columns(keyed));
      row.add(keyed.id());
      row.add(keyed.contact().version() - 1);
      return row;
    }).toList());
    return Arrays.stream(counts).noneMatch(count -> count == 0);
  }

  private List<Object> columns(KeyedContact keyed) {
    var c = keyed.contact();
    var p = c.place();
    return Arrays.asList(indexes.externalId(c.externalId()), seal(keyed, "external_id", c.externalId()), seal(keyed, "name", c.name()),
        seal(keyed, "given_name", c.givenName()), seal(keyed, "family_name", c.familyName()), c.language(), p.country(), p.area(),
        p.area2(), p.city(), p.postalCode(), p.lat(), p.lon(), c.placeSource(), c.placeAt(), c.timezone(), c.consulate(), c.birthYear(),
        seal(keyed, "note", c.note()), c.updated());
  }

  private static @Nullable byte[] seal(KeyedContact keyed, String column, @Nullable String text) {
    return text == null ? null : keyed.sealer().seal("contact." + column, keyed.id(), text);
  }

  /** The keys of contacts in these states. */
  Map<Long, byte[]> keys(Collection<Long> ids, Set<ContactState> states) {
    if (ids.isEmpty()) return Map.of();
    var parameters = new ArrayList<Object>(states);
    parameters.addAll(ids);
    var keys = new HashMap<Long, byte[]>();
    statements.list("SELECT id, data_key FROM contact WHERE state IN (" + Statements.marks(states.size()) + ") AND id IN ("
        + Statements.marks(ids.size()) + ")", parameters, row -> keys.put(row.getLong(1), row.getBytes(2)));
    return keys;
  }

  Sealer sealer(long id, byte[] key) {
    return vault.sealer(id, key);
  }

  /** The contacts of these keys; {@code sealers} holds the sealer of each, {@code parts} what lies in other tables. */
  List<KeyedContact> read(Map<Long, byte[]> keys, Map<Long, Sealer> sealers, Function<Long, Parts> parts) {
    if (keys.isEmpty()) return List.of();
    return statements.list("SELECT * FROM contact WHERE id IN (" + Statements.marks(keys.size()) + ")",
        List.copyOf(keys.keySet()), row -> {
          long id = row.getLong("id");
          return new KeyedContact(contact(row, sealers.get(id), parts.apply(id)), keys.get(id), sealers.get(id));
        });
  }

  private static Contact contact(ResultSet row, Sealer sealer, Parts parts) throws SQLException {
    long id = row.getLong("id");
    var place = new Place(row.getString("country"), row.getString("area"), row.getString("area2"), row.getString("city"),
        row.getString("postal_code"), row.getObject("lat", Double.class), row.getObject("lon", Double.class));
    var placeSource = row.getString("place_source");
    return new Contact(id, row.getInt("version"), ContactState.valueOf(row.getString("state")), open(row, sealer, "external_id"),
        open(row, sealer, "name"), open(row, sealer, "given_name"), open(row, sealer, "family_name"), row.getString("language"), place,
        placeSource == null ? null : PlaceSource.valueOf(placeSource), Statements.instant(row, "place_at"), row.getString("timezone"),
        row.getString("consulate"), row.getObject("birth_year", Integer.class), parts.tags(), parts.attributes(),
        open(row, sealer, "note"), row.getString("source"), Statements.instant(row, "first_heard_at"),
        Statements.instant(row, "last_heard_at"), Statements.instant(row, "created_at"), Statements.instant(row, "updated_at"),
        parts.addresses());
  }

  private static @Nullable String open(ResultSet row, Sealer sealer, String column) throws SQLException {
    var sealed = row.getBytes(column);
    return sealed == null ? null : sealer.open("contact." + column, row.getLong("id"), sealed);
  }

  /** Who bears these references; a contact that lies in another stands for that other. */
  Map<ByteBuffer, Long> byExternalId(Collection<byte[]> indexes) {
    if (indexes.isEmpty()) return Map.of();
    var found = new HashMap<ByteBuffer, Long>();
    statements.list("SELECT external_id_index, COALESCE(merged_into, id) FROM contact WHERE external_id_index IN (" + Statements.marks(indexes.size()) + ")",
        List.copyOf(indexes), row -> found.put(ByteBuffer.wrap(row.getBytes(1)), row.getLong(2)));
    return found;
  }

  /** The consulate of an active contact as an optional of an optional text. */
  Optional<Optional<String>> consulate(long id) {
    return statements.first("SELECT consulate FROM contact WHERE id = ? AND state = 'ACTIVE'", List.of(id),
        row -> Optional.ofNullable(row.getString(1)));
  }

  void touchHeard(long id, Instant heard) {
    statements.update("UPDATE contact SET first_heard_at = LEAST(COALESCE(first_heard_at, ?), ?),"
        + " last_heard_at = GREATEST(COALESCE(last_heard_at, ?), ?) WHERE id = ? AND state = 'ACTIVE'",
        Arrays.asList(heard, heard, heard, heard, id));
  }

  void lock(long id) {
    statements.first("SELECT id FROM contact WHERE id = ? FOR UPDATE", List.of(id), row -> row.getLong(1));
  }

  /** The row keeps country, area, language and the months. */
  void erase(long id, Instant now) {
    statements.update("""
        UPDATE contact SET state = 'ERASED', merged_into = NULL, data_key = NULL, external_id_index = NULL, external_id = NULL, name = NULL,
          given_name = NULL, family_name = NULL, area2 = NULL, city = NULL, postal_code = NULL, lat = NULL, lon = NULL,
          birth_year = NULL, note = NULL, version = version + 1, updated_at = ?,
          created_at = CAST(DATE_FORMAT(created_at, '%Y-%m-01') AS DATETIME(6)),
          first_heard_at = CAST(DATE_FORMAT(first_heard_at, '%Y-%m-01') AS DATETIME(6)),
          last_heard_at = CAST(DATE_FORMAT(last_heard_at, '%Y-%m-01') AS DATETIME(6)),
          place_at = NULL
        WHERE id = ? AND state <> 'ERASED'""", List.of(now, id));
  }
}
