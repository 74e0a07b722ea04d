package org.enlacehub.inquiry.assignment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
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

  /** The turn in which each was given one last; who never was is absent. */
  @Transactional
  Map<Long, Long> turns(List<Long> staffIds) {
    var turns = new HashMap<Long, Long>();
    sql.list("SELECT staff_id, turn FROM assignment_turn WHERE staff_id IN (" + Statements.marks(staffIds.size()) + ")", staffIds,
        row -> turns.put(row.getLong("staff_id"), row.getLong("turn")));
    return turns;
  }

  /** This was their turn; a number and not a time, since many may be given in one moment. */
  @Transactional
  void given(long staffId) {
    long next = sql.first("SELECT COALESCE(MAX(turn), 0) + 1 FROM assignment_turn", List.of(), row -> row.getLong(1)).orElse(1L);
    sql.update("INSERT INTO assignment_turn (staff_id, turn) VALUES (?, ?) ON DUPLICATE KEY UPDATE turn = VALUES(turn)", List.of(staffId, next));
  }
}
