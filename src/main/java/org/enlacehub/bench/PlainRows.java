package org.enlacehub.bench;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The rows that an import made, as they would be without encryption: no data keys, and every sealed value as long as what it seals.
 * They are written to files and loaded by LOAD DATA into empty copies of their tables.
 */
final class PlainRows {
  static final List<String> TABLES = List.of("contact", "contact_address", "contact_attribute", "contact_tag", "contact_word",
      "contact_event", "consent_event");
  private static final List<String> SEALED = List.of("external_id", "name", "given_name", "family_name", "note", "value", "sealed",
      "changes", "words");
  /** What AES-GCM adds to a text: nonce, tag and the key's mark. */
  private static final int ADDED = 33;
  private final BenchProduct product;
  private final Path folder;
  private long rows;

  PlainRows(BenchProduct product, Path folder) {
    this.product = product;
    this.folder = folder;
  }

  /** Writes the rows of every table to a file. */
  void keep() throws SQLException, IOException {
    try (var connection = product.loader()) {
      for (var table : TABLES) {
        try (var select = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
            var file = new BufferedOutputStream(Files.newOutputStream(file(table)))) {
          select.setFetchSize(Integer.MIN_VALUE);
          try (var all = select.executeQuery("SELECT * FROM " + table)) {
            for (; all.next(); rows++) write(all, file);
          }
        }
      }
    }
  }

  private static void write(ResultSet row, OutputStream file) throws SQLException, IOException {
    var columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (i > 1) file.write('\t');
      var name = columns.getColumnName(i);
      var value = name.equals("data_key") ? null : row.getBytes(i);
      if (value == null) file.write("\\N".getBytes(StandardCharsets.US_ASCII));
      else escape(value, SEALED.contains(name) ? Math.max(1, value.length - ADDED) : value.length, file);
    }
    file.write('\n');
  }

  private static void escape(byte[] value, int length, OutputStream file) throws IOException {
    for (int i = 0; i < length; i++) {
      byte each = value[i];
      switch (each) {
        case '\t', '\n', '\\' -> {
          file.write('\\');
          file.write(each);
        }
        case 0 -> file.write(new byte[] {'\\', '0'});
        default -> file.write(each);
      }
    }
  }

  /** Seconds that loading every file took, on one connection. */
  double load() throws SQLException, IOException {
    try (var connection = product.loader(); var statement = connection.createStatement()) {
      for (var table : TABLES) {
        statement.execute("DROP TABLE IF EXISTS bench_" + table);
        statement.execute("CREATE TABLE bench_" + table + " LIKE " + table);
      }
      long start = System.nanoTime();
      for (var table : TABLES) {
        try (var file = Files.newInputStream(file(table))) {
          statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(file);
          statement.execute("LOAD DATA LOCAL INFILE '" + table + "' INTO TABLE bench_" + table + " CHARACTER SET binary");
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      for (var table : TABLES) {
        statement.execute("DROP TABLE bench_" + table);
        Files.delete(file(table));
      }
      return seconds;
    }
  }

  /** Rows of all tables together. */
  long rows() {
    return rows;
  }

  private Path file(String table) {
    return folder.resolve(table + ".tsv");
  }
}
