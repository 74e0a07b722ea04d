package org.enlacehub.inquiry.assignment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.platform.database.Statements;

/** What waits for an owner, how much each has, and the table {@code assignment_turn}. */
@Singleton
class AssignmentRepository {
  private final Statements sql;

  AssignmentRepository(Statements sql) {
    this.sql = sql;
  }

  /** A matter that nobody has taken. */
  record Free(long id, String language) {}

  /** At a desk, in the order of its queue; neither urgent nor protected ones. */
  @Transactional
  List<Free> free(String desk, int limit) {
    return sql.list("""
        SELECT id, language FROM inquiry WHERE desk = ? AND state = 'OPEN' AND severity > 2 AND owner_id IS NULL AND restricted = 0 AND routed = 1
        ORDER BY severity, due_at, id LIMIT ?""", List.of(desk, limit), row -> new Free(row.getLong("id"), row.getString("language")));
  }

  /** How many open matters each member of staff has, wherever; who has none is absent. */
  @Transactional
  Map<Long, Integer> loads(List<Long> staffIds) {
    var loads = new HashMap<Long, Integer>();
    sql.list("SELECT owner_id, COUNT(*) n FROM inquiry WHERE state = 'OPEN' AND owner_id IN (" + Statements.marks(staffIds.size())
        + ") GROUP BY owner_id", staffIds, row -> loads.put(row.getLong("owner_id"), row.getInt("n")));
    return loads;
  }

  /** When each was given one last; who never was is absent. */
  @Transactional
  Map<Long, Instant> turns(List<Long> staffIds) {
    var turns = new HashMap<Long, Instant>();
    sql.list("SELECT staff_id, given_at FROM assignment_turn WHERE staff_id IN (" + Statements.marks(staffIds.size()) + ")", staffIds,
        row -> turns.put(row.getLong("staff_id"), Statements.instant(row, "given_at")));
    return turns;
  }

  @Transactional
  void given(long staffId, Instant now) {
    sql.update("INSERT INTO assignment_turn (staff_id, given_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE given_at = VALUES(given_at)",
        List.of(staffId, now));
  }
}
