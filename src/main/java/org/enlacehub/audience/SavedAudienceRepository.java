package org.enlacehub.audience;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.account.DeskScope;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.database.Statements;

/** Audiences by name; their queries are sealed, since they may hold names and numbers. */
@Singleton
class SavedAudienceRepository {
  private static final String COLUMN = "saved_audience.query";
  private static final String ALL = "SELECT id, slug, title, query, desk, owner_id, owner_name, version, changed_at FROM saved_audience";
  private final Statements statements;
  private final Vault vault;

  SavedAudienceRepository(Statements statements, Vault vault) {
    this.statements = statements;
    this.vault = vault;
  }

  Optional<SavedAudience> find(String slug) {
    return statements.first(ALL + " WHERE slug = ?", List.of(slug), this::read);
  }

  /** Those of the whole network and of the reader's own desk, by title, at most {@code limit}. */
  List<SavedAudience> visible(DeskScope scope, int limit) {
    return switch (scope) {
      case DeskScope.All() -> statements.list(ALL + " ORDER BY title, id LIMIT ?", List.of(limit), this::read);
      case DeskScope.Only(var desk) -> statements.list(ALL + " WHERE desk IS NULL OR desk = ? ORDER BY title, id LIMIT ?",
          List.of(desk, limit), this::read);
      case DeskScope.None() -> List.of();
    };
  }

  /** False when the slug is taken. */
  boolean insert(SavedAudience audience, Instant now) {
    return statements.update("INSERT IGNORE INTO saved_audience (id, slug, title, query, desk, owner_id, owner_name, version, created_at,"
        + " changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", Arrays.asList(audience.id(), audience.slug(), audience.title(),
        sealed(audience.id(), audience.query()), audience.desk(), audience.ownerId(), audience.ownerName(), audience.version(), now,
        now)) == 1;
  }

  /** False when it has another version by now, or is gone. */
  boolean update(long id, int version, String title, String query, Instant now) {
    return statements.update("UPDATE saved_audience SET title = ?, query = ?, version = version + 1, changed_at = ?"
        + " WHERE id = ? AND version = ?", List.of(title, sealed(id, query), now, id, version)) == 1;
  }

  void delete(long id) {
    statements.update("DELETE FROM saved_audience WHERE id = ?", List.of(id));
  }

  private byte[] sealed(long id, String query) {
    return vault.system().seal(COLUMN, id, query);
  }

  private SavedAudience read(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new SavedAudience(id, row.getString("slug"), row.getString("title"), vault.system().open(COLUMN, id, row.getBytes("query")),
        row.getString("desk"), row.getLong("owner_id"), row.getString("owner_name"), row.getInt("version"),
        Statements.instant(row, "changed_at"));
  }
}
