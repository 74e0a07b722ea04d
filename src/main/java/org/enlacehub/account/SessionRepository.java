package org.enlacehub.account;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The table of signed-in browsers. */
@Singleton
class SessionRepository {
  private final JdbcOperations jdbc;

  SessionRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  record Row(long staffId, Instant lastSeenAt, Instant expiresAt) {}

  @Transactional
  void insert(byte[] idHash, long staffId, Instant now, Instant expires) {
    jdbc.prepareStatement("INSERT INTO web_session (id_hash, staff_id, created_at, last_seen_at, expires_at) VALUES (?, ?, ?, ?, ?)", insert -> {
      insert.setBytes(1, idHash);
      insert.setLong(2, staffId);
      Moments.write(insert, 3, now);
      Moments.write(insert, 4, now);
      Moments.write(insert, 5, expires);
      return insert.executeUpdate();
    });
  }

  @Transactional
  Optional<Row> find(byte[] idHash) {
    return jdbc.prepareStatement("SELECT staff_id, last_seen_at, expires_at FROM web_session WHERE id_hash = ?", select -> {
      select.setBytes(1, idHash);
      try (var rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(new Row(rows.getLong("staff_id"), Moments.read(rows, "last_seen_at"), Moments.read(rows, "expires_at")))
            : Optional.empty();
      }
    });
  }

  @Transactional
  void seen(byte[] idHash, Instant at) {
    jdbc.prepareStatement("UPDATE web_session SET last_seen_at = ? WHERE id_hash = ?", update -> {
      Moments.write(update, 1, at);
      update.setBytes(2, idHash);
      return update.executeUpdate();
    });
  }

  @Transactional
  void delete(byte[] idHash) {
    jdbc.prepareStatement("DELETE FROM web_session WHERE id_hash = ?", delete -> {
      delete.setBytes(1, idHash);
      return delete.executeUpdate();
    });
  }

  @Transactional
  void deleteOf(long staffId) {
    jdbc.prepareStatement("DELETE FROM web_session WHERE staff_id = ?", delete -> {
      delete.setLong(1, staffId);
      return delete.executeUpdate();
    });
  }

  @Transactional
  void deleteExpired(Instant now, int most) {
    jdbc.prepareStatement("DELETE FROM web_session WHERE expires_at < ? LIMIT ?", delete -> {
      Moments.write(delete, 1, now);
      delete.setInt(2, most);
      return delete.executeUpdate();
    });
  }
}
