package org.enlacehub.account;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of API tokens. */
@Singleton
class TokenRepository {
  private final JdbcOperations jdbc;

  TokenRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  void insert(ApiToken token, byte[] hash) {
    jdbc.prepareStatement("""
        INSERT INTO api_token (id, token_hash, prefix, staff_id, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)""", insert -> {
      insert.setLong(1, token.id());
      insert.setBytes(2, hash);
      insert.setString(3, token.prefix());
      insert.setLong(4, token.staffId());
      insert.setString(5, TokenScope.join(token.scopes()));
      Moments.write(insert, 6, token.createdAt());
      Moments.write(insert, 7, token.expiresAt());
      return insert.executeUpdate();
    });
  }

  @Transactional
  Optional<ApiToken> find(byte[] hash) {
    return jdbc.prepareStatement("SELECT * FROM api_token WHERE token_hash = ? AND revoked_at IS NULL", select -> {
      select.setBytes(1, hash);
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(read(rows)) : Optional.empty();
      }
    });
  }

  @Transactional
  List<ApiToken> of(long staffId) {
    return jdbc.prepareStatement("SELECT * FROM api_token WHERE staff_id = ? AND revoked_at IS NULL ORDER BY id DESC LIMIT 100", select -> {
      select.setLong(1, staffId);
      var found = new ArrayList<ApiToken>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) found.add(read(rows));
      }
      return found;
    });
  }

  @Transactional
  void used(long id, Instant at) {
    jdbc.prepareStatement("UPDATE api_token SET last_used_at = ? WHERE id = ?", update -> {
      Moments.write(update, 1, at);
      update.setLong(2, id);
      return update.executeUpdate();
    });
  }

  @Transactional
  boolean revoke(long id, long staffId, Instant at) {
    return jdbc.prepareStatement("UPDATE api_token SET revoked_at = ? WHERE id = ? AND staff_id = ? AND revoked_at IS NULL", update -> {
      Moments.write(update, 1, at);
      update.setLong(2, id);
      update.setLong(3, staffId);
      return update.executeUpdate() == 1;
    });
  }

  private static ApiToken read(ResultSet rows) throws SQLException {
    return new ApiToken(rows.getLong("id"), rows.getLong("staff_id"), rows.getString("prefix"), TokenScope.split(rows.getString("scopes")),
        Moments.read(rows, "created_at"), Moments.read(rows, "expires_at"), Moments.read(rows, "last_used_at"));
  }
}
