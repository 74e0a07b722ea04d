package org.enlacehub.platform.idempotency;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** Keys and the answers that they got; a row without a status is an attempt under way. */
@Singleton
@Requires(property = "datasources.default.url")
class IdempotencyRepository {
  private final Statements sql;

  IdempotencyRepository(Statements sql) {
    this.sql = sql;
  }

  /** @param answer null while the attempt is under way */
  record Row(byte[] fingerprint, Instant since, KeptAnswer answer) {}

  /** @throws RuntimeException {@linkplain Statements#contended contended} when the key is known */
  void insert(IdempotencyKey key, byte[] fingerprint, Instant now) {
    sql.update("INSERT INTO idempotency (owner, token, fingerprint, created_at) VALUES (?, ?, ?, ?)",
        List.of(key.owner(), key.token(), fingerprint, now));
  }

  Optional<Row> find(IdempotencyKey key) {
    return sql.first("SELECT fingerprint, created_at, status, content_type, location, body FROM idempotency WHERE owner = ? AND token = ?",
        List.of(key.owner(), key.token()), IdempotencyRepository::row);
  }

  /** Takes over an attempt that began at {@code since} and never ended; false when somebody else was quicker. */
  boolean takeOver(IdempotencyKey key, Instant since, Instant now) {
    return sql.update("UPDATE idempotency SET created_at = ? WHERE owner = ? AND token = ? AND created_at = ? AND status IS NULL",
        List.of(now, key.owner(), key.token(), since)) == 1;
  }

  void keep(IdempotencyKey key, KeptAnswer answer) {
    sql.update("UPDATE idempotency SET status = ?, content_type = ?, location = ?, body = ? WHERE owner = ? AND token = ?",
        Arrays.asList(answer.status(), answer.contentType(), answer.location(), answer.body(), key.owner(), key.token()));
  }

  void forget(IdempotencyKey key) {
    sql.update("DELETE FROM idempotency WHERE owner = ? AND token = ? AND status IS NULL", List.of(key.owner(), key.token()));
  }

  /** Removes at most {@code limit} keys that are older; answers how many. */
  int removeBefore(Instant oldest, int limit) {
    return sql.update("DELETE FROM idempotency WHERE created_at < ? LIMIT " + limit, List.of(oldest));
  }

  private static Row row(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    var answer = row.wasNull() ? null
        : new KeptAnswer(status, row.getString("content_type"), row.getString("location"), row.getBytes("body"));
    return new Row(row.getBytes("fingerprint"), Statements.instant(row, "created_at"), answer);
  }
}
