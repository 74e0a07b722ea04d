package org.enlacehub.contact.bulk;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.contact.bulk.BulkAct.Kind;
import org.enlacehub.contact.bulk.BulkAct.Result;
import org.enlacehub.contact.bulk.BulkAct.State;
import org.enlacehub.platform.database.Statements;

/** The tables {@code contact_bulk} and {@code contact_bulk_item}. */
@Singleton
class BulkRepository {
  private static final int STEP = 10_000;
  private final Statements statements;

  BulkRepository(Statements statements) {
    this.statements = statements;
  }

  /** Keeps an act with everybody whom a condition means; returns how many. */
  @Transactional
  int choose(long id, Kind kind, long staffId, ContactFilter filter, Instant now) {
    var parameters = new ArrayList<Object>(List.of(id));
    parameters.addAll(filter.parameters());
    int people = statements.update("INSERT INTO contact_bulk_item (bulk_id, contact_id, result) SELECT ?, c.id, 'WAITING' FROM contact c"
        + " WHERE c.state = 'ACTIVE' AND (" + filter.sql() + ")", parameters);
    statements.update("INSERT INTO contact_bulk (id, kind, state, people, staff_id, created_at) VALUES (?, ?, 'CHOSEN', ?, ?, ?)",
        List.of(id, kind, people, staffId, now));
    return people;
  }

  @Transactional
  Optional<BulkAct> find(long id) {
    return statements.first("SELECT * FROM contact_bulk WHERE id = ?", List.of(id), row -> new BulkAct(id, Kind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")), row.getString("argument"), row.getInt("people"), row.getLong("staff_id"),
        Statements.instant(row, "created_at"), Statements.instant(row, "finished_at"), results(id)));
  }

  private Map<Result, Integer> results(long id) {
    var counts = new EnumMap<Result, Integer>(Result.class);
    statements.list("SELECT result, COUNT(*) FROM contact_bulk_item WHERE bulk_id = ? GROUP BY result", List.of(id),
        row -> counts.put(Result.valueOf(row.getString(1)), row.getInt(2)));
    return counts;
  }

  /** False when it was confirmed before. */
  @Transactional
  boolean confirm(long id, @Nullable String argument) {
    return statements.update("UPDATE contact_bulk SET state = 'RUNNING', argument = ? WHERE id = ? AND state = 'CHOSEN'",
        Arrays.asList(argument, id)) == 1;
  }

  @Transactional
  List<Long> waiting(long id, int limit) {
    return statements.list("SELECT contact_id FROM contact_bulk_item WHERE bulk_id = ? AND result = 'WAITING' ORDER BY contact_id LIMIT ?",
        List.of(id, limit), row -> row.getLong(1));
  }

  /** Those chosen whose ids lie above {@code after}, whatever became of them. */
  @Transactional
  List<Long> chosen(long id, long after, int limit) {
    return statements.list("SELECT contact_id FROM contact_bulk_item WHERE bulk_id = ? AND contact_id > ? ORDER BY contact_id LIMIT ?",
        List.of(id, after, limit), row -> row.getLong(1));
  }

  void settle(long id, Collection<Long> contacts, Result result) {
    statements.batch("UPDATE contact_bulk_item SET result = ? WHERE bulk_id = ? AND contact_id = ?",
        contacts.stream().map(contact -> List.of(result, id, contact)).toList());
  }

  @Transactional
  void finish(long id, Instant now) {
    statements.update("UPDATE contact_bulk SET state = 'DONE', finished_at = ? WHERE id = ? AND state = 'RUNNING'", List.of(now, id));
  }

  @Transactional
  List<Long> running() {
    return statements.list("SELECT id FROM contact_bulk WHERE state = 'RUNNING'", List.of(), row -> row.getLong(1));
  }

  @Transactional
  List<Long> begunBefore(Instant then) {
    return statements.list("SELECT id FROM contact_bulk WHERE created_at < ? AND state <> 'RUNNING'", List.of(then), row -> row.getLong(1));
  }

  /** Forgets an act, and some of those whom it was for; true when nothing of it is left. */
  @Transactional
  boolean forget(long id) {
    if (statements.update("DELETE FROM contact_bulk_item WHERE bulk_id = ? LIMIT " + STEP, List.of(id)) == STEP) return false;
    statements.update("DELETE FROM contact_bulk WHERE id = ?", List.of(id));
    return true;
  }
}
