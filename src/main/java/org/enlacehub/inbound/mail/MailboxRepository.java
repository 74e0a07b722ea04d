package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The table {@code mailbox}: how far each was read. */
@Singleton
class MailboxRepository {
  private final Statements sql;

  MailboxRepository(Statements sql) {
    this.sql = sql;
  }

  /** @param readUntil number of the last mail that is stored */
  record Position(String name, long uidValidity, long readUntil, @Nullable String error, Instant lookedAt) {}

  @Transactional
  Optional<Position> find(String name) {
    return sql.first("SELECT * FROM mailbox WHERE name = ?", List.of(name), row -> new Position(row.getString("name"),
        row.getLong("uid_validity"), row.getLong("read_until"), row.getString("error"), Statements.instant(row, "looked_at")));
  }

  @Transactional
  void moved(String name, long uidValidity, long readUntil, Instant now) {
    sql.update("""
        INSERT INTO mailbox (name, uid_validity, read_until, looked_at) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE uid_validity = VALUES(uid_validity), read_until = VALUES(read_until), looked_at = VALUES(looked_at), error = NULL""",
        List.of(name, uidValidity, readUntil, now));
  }

  /** @param error null when it was read without trouble */
  @Transactional
  void looked(String name, @Nullable String error, Instant now) {
    sql.update("""
        INSERT INTO mailbox (name, uid_validity, read_until, looked_at, error) VALUES (?, 0, 0, ?, ?)
        ON DUPLICATE KEY UPDATE looked_at = IF(VALUES(error) IS NULL, VALUES(looked_at), looked_at), error = VALUES(error)""",
        Arrays.asList(name, now, error));
  }
}
