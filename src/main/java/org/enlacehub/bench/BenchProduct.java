package org.enlacehub.bench;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.database.DataFolder;
import org.enlacehub.platform.database.DatabaseSettings;
import org.enlacehub.platform.database.EmbeddedDatabase;

/** The product without its server and its clockwork: database, encryption and all beans, in a folder of the bench's own. */
final class BenchProduct implements AutoCloseable {
  private final DataFolder folder;
  private final Optional<EmbeddedDatabase> embedded;
  private final DatabaseSettings database;
  private final ApplicationContext context;

  private BenchProduct(DataFolder folder, Optional<EmbeddedDatabase> embedded, DatabaseSettings database, ApplicationContext context) {
    this.folder = folder;
    this.database = database;
    this.embedded = embedded;
    this.context = context;
  }

  /** Starts on the embedded database, or on the one that {@code ENLACE_DB_URL} names. */
  static BenchProduct start(Path data, Map<String, Object> more) {
    var folder = DataFolder.take(data).orElseThrow(() -> new IllegalStateException("another bench runs in " + data));
    var url = System.getenv("ENLACE_DB_URL");
    var embedded = url == null ? Optional.of(EmbeddedDatabase.start(folder)) : Optional.<EmbeddedDatabase>empty();
    var database = embedded.map(EmbeddedDatabase::settings)
        .orElseGet(() -> new DatabaseSettings(url, System.getenv("ENLACE_DB_USER"), System.getenv("ENLACE_DB_PASSWORD")));
    var all = new HashMap<String, Object>(database.properties());
    all.put("enlace.role", "product");
    all.put("enlace.data-dir", data.toString());
    all.put("enlace.public-url", "https://enlace.example");
    all.put("enlace.quartz.autostart", "false");
    all.put("enlace.master-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    all.putAll(more);
    return new BenchProduct(folder, embedded, database,
        ApplicationContext.builder().banner(false).deduceEnvironment(false).properties(all).start());
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A connection outside the product's pool that may send files of ours to the database. */
  Connection loader() throws SQLException {
    return DriverManager.getConnection(database.fullUrl() + "&allowLoadLocalInfile=true", database.user(), database.password());
  }

  @Override
  public void close() {
    context.close();
    embedded.ifPresent(EmbeddedDatabase::close);
    folder.close();
  }
}
