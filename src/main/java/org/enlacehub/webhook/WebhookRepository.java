package org.enlacehub.webhook;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlacehub.platform.database.Statements;

/** The table {@code webhook}. */
@Singleton
class WebhookRepository {
  private final Statements sql;

  WebhookRepository(Statements sql) {
    this.sql = sql;
  }

  @Transactional
  void insert(Webhook hook) {
    sql.update("INSERT INTO webhook (id, name, address, types, secret, created_at) VALUES (?, ?, ?, ?, ?, ?)",
        List.of(hook.id(), hook.name(), hook.address().toString(), codes(hook), hook.secret(), hook.createdAt()));
  }

  @Transactional
  List<Webhook> all() {
    return sql.list("SELECT * FROM webhook ORDER BY id", List.of(), WebhookRepository::read);
  }

  @Transactional
  Optional<Webhook> find(long id) {
    return sql.first("SELECT * FROM webhook WHERE id = ?", List.of(id), WebhookRepository::read);
  }

  /** Why nothing is sent any more; null to go on. */
  @Transactional
  boolean stop(long id, @Nullable String why) {
    return sql.update("UPDATE webhook SET stopped = ? WHERE id = ?", Arrays.asList(why, id)) == 1;
  }

  @Transactional
  boolean delete(long id) {
    return sql.update("DELETE FROM webhook WHERE id = ?", List.of(id)) == 1;
  }

  private static String codes(Webhook hook) {
    return hook.types().stream().map(NoticeType::code).sorted().collect(Collectors.joining(","));
  }

  private static Webhook read(ResultSet row) throws SQLException {
    var types = EnumSet.noneOf(NoticeType.class);
    for (var code : row.getString("types").split(",")) {
      NoticeType.parse(code).ifPresent(types::add);
    }
    return new Webhook(row.getLong("id"), row.getString("name"), URI.create(row.getString("address")), types, row.getBytes("secret"),
        row.getString("stopped"), Statements.instant(row, "created_at"));
  }
}
