package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.contact.Duplicates.Reason;
import org.enlacehub.contact.Duplicates.Twins;
import org.enlacehub.platform.database.Statements;

/** The table {@code contact_twin}: pairs that may be one person. */
@Singleton
class TwinRepository {
  /** People of one name, of whom something more agrees and nothing disagrees. */
  private static final String FIND = """
      INSERT IGNORE INTO contact_twin (first_id, second_id, reason, state, found_at)
      SELECT a.contact_id, b.contact_id, IF(ca.birth_year = cb.birth_year, 'BIRTH_YEAR', 'PLACE'), 'OPEN', ?
      FROM contact_full_name a
        JOIN contact_full_name b ON b.name_index = a.name_index AND b.contact_id > a.contact_id
        JOIN contact ca ON ca.id = a.contact_id AND ca.state = 'ACTIVE'
        JOIN contact cb ON cb.id = b.contact_id AND cb.state = 'ACTIVE'
      WHERE (ca.birth_year = cb.birth_year
        OR (ca.birth_year IS NULL OR cb.birth_year IS NULL) AND ca.area = cb.area AND (ca.city IS NULL OR cb.city IS NULL OR ca.city = cb.city))""";
  private final Statements statements;

  TwinRepository(Statements statements) {
    this.statements = statements;
  }

  /** Looks through everybody; pairs that are known already stay as they are. Returns how many are new. */
  int find(Instant now) {
    // What changed since it was found and agrees no more was a suspicion, not a decision.
    statements.update("DELETE FROM contact_twin WHERE state = 'OPEN'", List.of());
    return statements.update(FIND, List.of(now));
  }

  /** Open pairs behind a pair, in the order of their ids. */
  List<Twins> page(ContactFilter scope, long first, long second, int limit) {
    var parameters = new ArrayList<Object>(List.of(first, first, second));
    parameters.addAll(scope.parameters());
    parameters.addAll(scope.parameters());
    parameters.add(limit);
    return statements.list("SELECT t.first_id, t.second_id, t.reason FROM contact_twin t WHERE t.state = 'OPEN'"
        + " AND (t.first_id > ? OR t.first_id = ? AND t.second_id > ?)"
        + " AND EXISTS (SELECT 1 FROM contact c WHERE c.id = t.first_id AND c.state = 'ACTIVE' AND (" + scope.sql() + "))"
        + " AND EXISTS (SELECT 1 FROM contact c WHERE c.id = t.second_id AND c.state = 'ACTIVE' AND (" + scope.sql() + "))"
        + " ORDER BY t.first_id, t.second_id LIMIT ?", parameters,
        row -> new Twins(row.getLong(1), row.getLong(2), Reason.valueOf(row.getString(3))));
  }

  void tellApart(long one, long other, Instant now) {
    statements.update("INSERT INTO contact_twin (first_id, second_id, reason, state, found_at) VALUES (?, ?, 'PLACE', 'DIFFERENT', ?)"
        + " ON DUPLICATE KEY UPDATE state = 'DIFFERENT'", List.of(Math.min(one, other), Math.max(one, other), now));
  }

  /** Pairs of a contact that is none any more. */
  void forget(long contact) {
    statements.update("DELETE FROM contact_twin WHERE first_id = ?", List.of(contact));
    statements.update("DELETE FROM contact_twin WHERE second_id = ?", List.of(contact));
  }
}
