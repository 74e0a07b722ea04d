package org.enlacehub.contact.web;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** The table {@code contact_view}. */
@Singleton
class SavedViewRepository {
  private final Statements statements;

  SavedViewRepository(Statements statements) {
    this.statements = statements;
  }

  /** A view as it is kept; {@code query} sealed, empty for none. */
  record Row(long id, String name, String query, String language, String channel) {}

  @Transactional
  List<Row> of(long staffId, int limit) {
    return statements.list("SELECT * FROM contact_view WHERE staff_id = ? ORDER BY id LIMIT ?", List.of(staffId, limit),
        row -> new Row(row.getLong("id"), row.getString("name"), row.getString("query"), row.getString("language"), row.getString("channel")));
  }

  @Transactional
  void insert(long staffId, Row row) {
    statements.update("INSERT INTO contact_view (id, staff_id, name, query, language, channel) VALUES (?, ?, ?, ?, ?, ?)",
        List.of(row.id(), staffId, row.name(), row.query(), row.language(), row.channel()));
  }

  @Transactional
  void delete(long staffId, long id) {
    statements.update("DELETE FROM contact_view WHERE staff_id = ? AND id = ?", List.of(staffId, id));
  }
}
