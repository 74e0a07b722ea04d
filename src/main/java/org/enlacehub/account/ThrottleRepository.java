package org.enlacehub.account;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The table of failed sign-ins. */
@Singleton
class ThrottleRepository {
  private final JdbcOperations jdbc;

  ThrottleRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  record Row(int failures, Instant lastAt) {}

  @Transactional
  Optional<Row> find(byte[] who) {
    return jdbc.prepareStatement("SELECT failures, last_at FROM sign_in_throttle WHERE who = ?", select -> {
      select.setBytes(1, who);
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(new Row(rows.getInt(1), Moments.read(rows, "last_at"))) : Optional.empty();
      }
    });
  }

  /** Counts one more failure; one whose last lies before {@code forget} begins at one again. */
  @Transactional
  void fail(byte[] who, Instant at, Instant forget) {
    jdbc.prepareStatement("""
        INSERT INTO sign_in_throttle (who, failures, last_at) VALUES (?, 1, ?)
        ON DUPLICATE KEY UPDATE failures = IF(last_at < ?, 1, LEAST(failures + 1, 1000)), last_at = ?""", insert -> {
      insert.setBytes(1, who);
      Moments.write(insert, 2, at);
      Moments.write(insert, 3, forget);
      Moments.write(insert, 4, at);
      return insert.executeUpdate();
    });
  }

  @Transactional
  void clear(byte[] who) {
    jdbc.prepareStatement("DELETE FROM sign_in_throttle WHERE who = ?", delete -> {
      delete.setBytes(1, who);
      return delete.executeUpdate();
    });
  }

  @Transactional
  void forget(Instant before, int most) {
    jdbc.prepareStatement("DELETE FROM sign_in_throttle WHERE last_at < ? LIMIT ?", delete -> {
      Moments.write(delete, 1, before);
      delete.setInt(2, most);
      return delete.executeUpdate();
    });
  }
}
