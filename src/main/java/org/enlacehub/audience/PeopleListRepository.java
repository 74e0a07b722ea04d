package org.enlacehub.audience;

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
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.platform.database.Statements;

/** Lists of people and who is on them. */
@Singleton
class PeopleListRepository {
  private static final String ALL = "SELECT id, slug, title, desk, owner_name, people, changed_at FROM audience_list";
  private final Statements statements;

  PeopleListRepository(Statements statements) {
    this.statements = statements;
  }

  Optional<PeopleList> find(String slug) {
    return statements.first(ALL + " WHERE slug = ?", List.of(slug), PeopleListRepository::read);
  }

  /** Those of the whole network and of the reader's own desk, by title. */
  List<PeopleList> visible(DeskScope scope, int limit) {
    return switch (scope) {
      case DeskScope.All() -> statements.list(ALL + " ORDER BY title, id LIMIT ?", List.of(limit), PeopleListRepository::read);
      case DeskScope.Only(var desk) -> statements.list(ALL + " WHERE desk IS NULL OR desk = ? ORDER BY title, id LIMIT ?",
          List.of(desk, limit), PeopleListRepository::read);
      case DeskScope.None() -> List.of();
    };
  }

  /** False when the slug is taken. */
  boolean insert(long id, String slug, String title, String desk, Actor owner, Instant now) {
    return statements.update("INSERT IGNORE INTO audience_list (id, slug, title, desk, owner_id, owner_name, people, created_at, changed_at)"
        + " VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)", Arrays.asList(id, slug, title, desk, owner.staffId(), owner.name(), now, now)) == 1;
  }

  /** Adds people by id; those who are on it stay. */
  void add(long list, Collection<Long> people) {
    statements.batch("INSERT IGNORE INTO audience_list_member (list_id, contact_id) VALUES (?, ?)",
        people.stream().map(contact -> List.of(list, contact)).toList());
  }

  /** Adds everybody who meets a condition. */
  void add(long list, ContactFilter filter) {
    var parameters = new ArrayList<Object>(List.of(list));
    parameters.addAll(filter.parameters());
    statements.update("INSERT IGNORE INTO audience_list_member (list_id, contact_id) SELECT ?, c.id FROM contact c"
        + " WHERE c.state = 'ACTIVE' AND (" + filter.sql() + ")", parameters);
  }

  /** Takes somebody off who stands on it under this id, or under one that lies in the contact of this id. */
  void remove(long list, long person) {
    statements.update("DELETE l FROM audience_list_member l JOIN contact m ON m.id = l.contact_id"
        + " WHERE l.list_id = ? AND (m.id = ? OR m.merged_into = ?)", List.of(list, person, person));
  }

  /** Of these ids, those of people who may be seen, merged ones by whom they lie in. */
  Set<Long> visible(Collection<Long> people, DeskScope scope) {
    var seen = ContactFilter.within(scope);
    var parameters = new ArrayList<Object>(people);
    parameters.addAll(seen.parameters());
    return Set.copyOf(statements.list("SELECT m.id FROM contact m JOIN contact c ON c.id = COALESCE(m.merged_into, m.id)"
        + " WHERE m.id IN (" + Statements.marks(people.size()) + ") AND c.state = 'ACTIVE' AND (" + seen.sql() + ")", parameters,
        row -> row.getLong(1)));
  }

  /** Whose addresses of a kind have these keyed hashes, among those that may be seen. */
  Map<ByteBuffer, Long> holders(AddressKind kind, Collection<byte[]> hashes, DeskScope scope) {
    return found("SELECT a.value_index, c.id FROM contact_address a JOIN contact c ON c.id = a.contact_id WHERE c.state = 'ACTIVE'"
        + " AND a.kind = ? AND a.value_index IN (", List.of(kind.name()), hashes, scope);
  }

  /** Whose references have these keyed hashes, among those that may be seen. */
  Map<ByteBuffer, Long> referred(Collection<byte[]> hashes, DeskScope scope) {
    return found("SELECT c.external_id_index, c.id FROM contact c WHERE c.state = 'ACTIVE' AND c.external_id_index IN (", List.of(), hashes,
        scope);
  }

  private Map<ByteBuffer, Long> found(String sql, List<Object> first, Collection<byte[]> hashes, DeskScope scope) {
    var found = new HashMap<ByteBuffer, Long>();
    if (hashes.isEmpty()) return found;
    var seen = ContactFilter.within(scope);
    var parameters = new ArrayList<>(first);
    parameters.addAll(hashes);
    parameters.addAll(seen.parameters());
    statements.list(sql + Statements.marks(hashes.size()) + ") AND " + seen.sql(), parameters,
        row -> found.put(ByteBuffer.wrap(row.getBytes(1)), row.getLong(2)));
    return found;
  }

  void counted(long list, Instant now) {
    statements.update("UPDATE audience_list SET people = (SELECT COUNT(*) FROM audience_list_member WHERE list_id = ?), changed_at = ?"
        + " WHERE id = ?", List.of(list, now, list));
  }

  void delete(long list) {
    statements.update("DELETE FROM audience_list_member WHERE list_id = ?", List.of(list));
    statements.update("DELETE FROM audience_list WHERE id = ?", List.of(list));
  }

  private static PeopleList read(ResultSet row) throws SQLException {
    return new PeopleList(row.getLong("id"), row.getString("slug"), row.getString("title"), row.getString("desk"),
        row.getString("owner_name"), row.getInt("people"), Statements.instant(row, "changed_at"));
  }
}
