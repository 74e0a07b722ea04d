package org.enlacehub.platform.database;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Written-out SQL with its parameters, for repositories: lists, single rows, batches. Instants are bound as UTC, enums by name. Joins
 * the caller's transaction.
 */
@Singleton
@Requires(property = "datasources.default.url")
public class Statements {
  private static final int BATCH = 1_000;
  /** MySQL's and MariaDB's ER_DUP_ENTRY. */
  private static final int DUPLICATE_KEY = 1062;
  private static final ScopedValue<Postponed> PUT_OFF = ScopedValue.newInstance();
  private final JdbcOperations jdbc;

  Statements(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes a value of the row on which the result stands. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public <T> List<T> list(String sql, List<?> parameters, RowReader<T> reader) {
    writeWhatConcerns(sql);
    return jdbc.prepareStatement(sql, select -> {
      bind(select, parameters);
      var all = new ArrayList<T>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(reader.read(rows));
        }
      }
      return all;
    });
  }

  /** The first row; empty when there is none. */
  public <T> Optional<T> first(String sql, List<?> parameters, RowReader<T> reader) {
    var all = list(sql, parameters, reader);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  /** The number of rows that were found (for INSERT IGNORE: that were inserted). */
  public int update(String sql, List<?> parameters) {
    writeWhatConcerns(sql);
    return jdbc.prepareStatement(sql, update -> {
      bind(update, parameters);
      return update.executeUpdate();
    });
  }

  /** An INSERT of one row; false when a unique key is taken. Every other refusal, such as a value that is too long, is thrown. */
  public boolean insertNew(String sql, List<?> parameters) {
    try {
      return update(sql, parameters) == 1;
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException refused && refused.getErrorCode() == DUPLICATE_KEY) {
          return false;
        }
      }
      throw e;
    }
  }

  /** One statement for many rows, sent in batches; the count of each row, or {@code SUCCESS_NO_INFO} where the driver joined inserts. */
  public int[] batch(String sql, List<? extends List<?>> rows) {
    if (rows.isEmpty()) {
      return new int[0];
    }
    writeWhatConcerns(sql);
    return jdbc.prepareStatement(sql, statement -> {
      var counts = new int[rows.size()];
      for (int from = 0; from < rows.size(); from += BATCH) {
        int to = Math.min(from + BATCH, rows.size());
        for (var row : rows.subList(from, to)) {
          bind(statement, row);
          statement.addBatch();
        }
        System.arraycopy(statement.executeBatch(), 0, counts, from, to - from);
      }
      return counts;
    });
  }

  /**
   * As {@link #batch}, for rows whose counts nobody asks for: within {@link #together} they wait for others of their kind, at the longest
   * until a statement of this class concerns their table or the work ends. What is read beside this class does not see them before.
   */
  public void later(String sql, List<? extends List<?>> rows) {
    if (PUT_OFF.isBound()) {
      PUT_OFF.get().add(sql, rows);
    } else {
      batch(sql, rows);
    }
  }

  /** Does work within the caller's transaction and sends what it puts off in batches, at its end at the latest. */
  public void together(Runnable work) {
    ScopedValue.where(PUT_OFF, new Postponed()).run(() -> {
      work.run();
      PUT_OFF.get().take().forEach(this::batch);
    });
  }

  private void writeWhatConcerns(String sql) {
    if (PUT_OFF.isBound() && PUT_OFF.get().concerns(sql)) {
      PUT_OFF.get().take().forEach(this::batch);
    }
  }

  /** {@code ?, ?, ?} for an IN list; ask for at least one. */
  public static String marks(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("an IN list cannot be empty");
    }
    return String.join(", ", Collections.nCopies(n, "?"));
  }

  /** True when the database refused because somebody else writes the same rows: a duplicate key or a deadlock. */
  public static boolean contended(Throwable refused) {
    for (var cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null
          && (sql.getSQLState().startsWith("23") || sql.getSQLState().startsWith("40"))) {
        return true;
      }
    }
    return false;
  }

  /** A DATETIME(6) in UTC; null for NULL. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    var local = row.getObject(column, LocalDateTime.class);
    return local == null ? null : local.toInstant(ZoneOffset.UTC);
  }

  private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, switch (parameters.get(i)) {
        case null -> null;
        case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        case Enum<?> word -> word.name();
        case Object other -> other;
      });
    }
  }
}
