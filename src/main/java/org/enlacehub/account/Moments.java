package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants in DATETIME(6) columns, which hold UTC whatever the zone of the process or of the database. */
final class Moments {

  private Moments() {}

  static @Nullable Instant read(ResultSet rows, String column) throws SQLException {
    var value = rows.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }

  static void write(PreparedStatement statement, int index, @Nullable Instant at) throws SQLException {
    statement.setObject(index, at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC));
  }
}
