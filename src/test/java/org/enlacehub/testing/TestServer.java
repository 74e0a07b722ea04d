package org.enlacehub.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.database.DataFolder;
import org.enlacehub.platform.database.DatabaseSettings;
import org.enlacehub.platform.database.EmbeddedDatabase;

/** The one database server of a test JVM. */
public final class TestServer {
  /** Any 32 bytes; what tests seal is nobody's. */
  public static final String MASTER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static DatabaseSettings settings;

  private TestServer() {}

  /** The properties of a database whose tables exist only as migrations left them. */
  public static synchronized Map<String, String> freshDatabase() {
    if (settings == null) {
      settings = start();
    }
    empty();
    var all = new HashMap<String, String>();
    settings.properties().forEach((name, value) -> all.put(name, String.valueOf(value)));
    all.put("enlace.master-key", MASTER_KEY);
    return all;
  }

  /** A connection beside the product's pool. */
  public static Connection connect() throws SQLException {
    return DriverManager.getConnection(settings.fullUrl(), settings.user(), settings.password());
  }

  /** What makes a process of its own use the MySQL that the suite was given, in an empty database; nothing when it was given none. */
  public static Map<String, String> environment() {
    return given().map(server -> {
      var own = make(server, "enlace_process_" + ProcessHandle.current().pid() + "_" + System.nanoTime());
      return Map.of("ENLACE_DB_URL", own.url(), "ENLACE_DB_USER", own.user(), "ENLACE_DB_PASSWORD", own.password());
    }).orElse(Map.of());
  }

  private static Optional<DatabaseSettings> given() {
    return Optional.ofNullable(System.getenv("ENLACE_TEST_DB_URL"))
        .map(url -> new DatabaseSettings(url, System.getenv("ENLACE_TEST_DB_USER"), System.getenv("ENLACE_TEST_DB_PASSWORD")));
  }

  private static DatabaseSettings start() {
    return make(given().orElseGet(() -> {
      // Tests may lose data at a power cut.
      System.setProperty("enlace.embedded.flush", "2");
      var folder = DataFolder.take(Path.of("target/test-data/database")).orElseThrow();
      var embedded = EmbeddedDatabase.start(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(embedded::close));
      return embedded.settings();
    }), "enlace_test_" + ProcessHandle.current().pid());
  }

  private static DatabaseSettings make(DatabaseSettings server, String name) {
    execute(server, "DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
    if (given().isPresent()) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> execute(server, "DROP DATABASE IF EXISTS " + name)));
    }
    return new DatabaseSettings(server.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"), server.user(), server.password());
  }

  private static void execute(DatabaseSettings server, String... statements) {
    try (var connection = DriverManager.getConnection(server.fullUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the test database cannot be made or removed: " + e.getMessage(), e);
    }
  }

  private static void empty() {
    try (var connection = connect(); var statement = connection.createStatement()) {
      var tables = new ArrayList<String>();
      try (var rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
          + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'flyway%' AND table_name <> 'id_block'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (var table : tables) {
        statement.execute("DELETE FROM `" + table + "`");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the test database cannot be emptied", e);
    }
  }
}
