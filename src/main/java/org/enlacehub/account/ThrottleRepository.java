package org.enlacehub.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The table of failed sign-ins. */
@Singleton
class ThrottleRepository {
  private final Statements sql;

  ThrottleRepository(Statements sql) {
    this.sql = sql;
  }

  record Row(int failures, Instant lastAt) {}

  @Transactional
  Optional<Row> find(byte[] who) {
    return sql.first("SELECT failures, last_at FROM sign_in_throttle WHERE who = ?", List.of(who),
        row -> new Row(row.getInt("failures"), Statements.instant(row, "last_at")));
  }

  /** Counts one more failure; one whose last lies before {@code forget} begins at one again. */
  @Transactional
  void fail(byte[] who, Instant at, Instant forget) {
    sql.update("""
        INSERT INTO sign_in_throttle (who, failures, last_at) VALUES (?, 1, ?)
        ON DUPLICATE KEY UPDATE failures = IF(last_at < ?, 1, LEAST(failures + 1, 1000)), last_at = ?""", List.of(who, at, forget, at));
  }

  @Transactional
  void clear(byte[] who) {
    sql.update("DELETE FROM sign_in_throttle WHERE who = ?", List.of(who));
  }

  @Transactional
  void forget(Instant before, int most) {
    sql.update("DELETE FROM sign_in_throttle WHERE last_at < ? LIMIT ?", List.of(before, most));
  }
}
