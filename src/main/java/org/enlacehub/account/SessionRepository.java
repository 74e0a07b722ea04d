package org.enlacehub.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.platform.database.Statements;

/** The table of signed-in browsers. */
@Singleton
class SessionRepository {
  private final Statements sql;

  SessionRepository(Statements sql) {
    this.sql = sql;
  }

  record Row(long staffId, Instant lastSeenAt, Instant expiresAt) {}

  @Transactional
  void insert(byte[] idHash, long staffId, Instant now, Instant expires) {
    sql.update("INSERT INTO web_session (id_hash, staff_id, created_at, last_seen_at, expires_at) VALUES (?, ?, ?, ?, ?)",
        List.of(idHash, staffId, now, now, expires));
  }

  @Transactional
  Optional<Row> find(byte[] idHash) {
    return sql.first("SELECT staff_id, last_seen_at, expires_at FROM web_session WHERE id_hash = ?", List.of(idHash),
        row -> new Row(row.getLong("staff_id"), Statements.instant(row, "last_seen_at"), Statements.instant(row, "expires_at")));
  }

  @Transactional
  Set<Long> seenSince(Collection<Long> staffIds, Instant since) {
    var parameters = new ArrayList<Object>(staffIds);
    parameters.add(since);
    return new HashSet<>(sql.list("SELECT DISTINCT staff_id FROM web_session WHERE staff_id IN (" + Statements.marks(staffIds.size())
        + ") AND last_seen_at >= ?", parameters, row -> row.getLong(1)));
  }

  @Transactional
  void seen(byte[] idHash, Instant at) {
    sql.update("UPDATE web_session SET last_seen_at = ? WHERE id_hash = ?", List.of(at, idHash));
  }

  @Transactional
  void delete(byte[] idHash) {
    sql.update("DELETE FROM web_session WHERE id_hash = ?", List.of(idHash));
  }

  @Transactional
  void deleteOf(long staffId) {
    sql.update("DELETE FROM web_session WHERE staff_id = ?", List.of(staffId));
  }

  @Transactional
  void deleteExpired(Instant now, int most) {
    sql.update("DELETE FROM web_session WHERE expires_at < ? LIMIT ?", List.of(now, most));
  }
}
