package org.enlacehub.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The table of API tokens. */
@Singleton
class TokenRepository {
  private final Statements sql;

  TokenRepository(Statements sql) {
    this.sql = sql;
  }

  @Transactional
  void insert(ApiToken token, byte[] hash) {
    sql.update("INSERT INTO api_token (id, token_hash, prefix, staff_id, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        Arrays.asList(token.id(), hash, token.prefix(), token.staffId(), TokenScope.join(token.scopes()), token.createdAt(), token.expiresAt()));
  }

  @Transactional
  Optional<ApiToken> find(byte[] hash) {
    return sql.first("SELECT * FROM api_token WHERE token_hash = ? AND revoked_at IS NULL", List.of(hash), TokenRepository::read);
  }

  @Transactional
  List<ApiToken> of(long staffId) {
    return sql.list("SELECT * FROM api_token WHERE staff_id = ? AND revoked_at IS NULL ORDER BY id DESC LIMIT 100", List.of(staffId),
        TokenRepository::read);
  }

  @Transactional
  void used(long id, Instant at) {
    sql.update("UPDATE api_token SET last_used_at = ? WHERE id = ?", List.of(at, id));
  }

  @Transactional
  boolean revoke(long id, long staffId, Instant at) {
    return sql.update("UPDATE api_token SET revoked_at = ? WHERE id = ? AND staff_id = ? AND revoked_at IS NULL", List.of(at, id, staffId)) == 1;
  }

  private static ApiToken read(ResultSet row) throws SQLException {
    return new ApiToken(row.getLong("id"), row.getLong("staff_id"), row.getString("prefix"), TokenScope.split(row.getString("scopes")),
        Statements.instant(row, "created_at"), Statements.instant(row, "expires_at"), Statements.instant(row, "last_used_at"));
  }
}
