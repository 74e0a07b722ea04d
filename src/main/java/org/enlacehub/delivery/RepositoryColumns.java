package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.database.Statements;

/** How our columns are read and written. */
final class RepositoryColumns {
  private RepositoryColumns() {}

  static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
    return Statements.instant(rows, column);
  }

  static @Nullable Long number(ResultSet rows, String column) throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? null : value;
  }

  static @Nullable Integer small(ResultSet rows, String column) throws SQLException {
    int value = rows.getInt(column);
    return rows.wasNull() ? null : value;
  }

  static List<Channel> channels(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(Channel::valueOf).toList();
  }

  static String text(Collection<Channel> channels) {
    return channels.stream().map(Channel::name).collect(Collectors.joining(","));
  }

  /** Ids are numbers, so they may stand in the statement itself: long lists would otherwise be parsed parameter by parameter. */
  static String list(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** Sets parameters in order; instants as UTC. */
  static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case Instant instant -> statement.setObject(i + 1, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        case Enum<?> word -> statement.setString(i + 1, word.name());
        default -> statement.setObject(i + 1, values[i]);
      }
    }
  }
}
