package org.enlacehub;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.database.DataFolder;
import org.enlacehub.platform.database.DatabaseGate;
import org.enlacehub.platform.database.DatabaseSettings;
import org.enlacehub.platform.database.EmbeddedDatabase;
import org.enlacehub.platform.database.StartRefused;
import org.enlacehub.platform.settings.FreePort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running product: data folder, database, context and server, started in this order and stopped in the other. */
final class Product implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Product.class);
  private static final int MASTER_KEY_BYTES = 32;
  private final @Nullable DataFolder folder;
  private final Optional<EmbeddedDatabase> embedded;
  private final ApplicationContext context;

  /** @param folder null for a command that works beside the product that holds it */
  private Product(@Nullable DataFolder folder, Optional<EmbeddedDatabase> embedded, ApplicationContext context) {
    this.folder = folder;
    this.embedded = embedded;
    this.context = context;
  }

  /** The port that the settings ask for, a free one for 0; refuses one that is taken. */
  static int port(LaunchSettings settings) {
    int wanted = settings.port();
    if (wanted == 0) {
      return FreePort.pick();
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(wanted));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartRefused("Port " + wanted + " is taken.", "Stop what uses it, or set ENLACE_PORT to another (0 picks a free one).");
    }
  }

  /**
   * Starts everything; answers when pages are served.
   *
   * @param extra properties beside those of the environment
   * @throws StartRefused or InvalidConfiguration when things are not in order; nothing is left running then
   */
  static Product start(LaunchSettings settings, int port, Map<String, Object> extra) {
    settings.refuseHalves();
    Lint.check(settings.folders()).throwIfAny();
    var folder = DataFolder.take(settings.dataDir()).orElseThrow(() -> new StartRefused(
        "Enlace is already running with the data folder " + settings.dataDir() + ".",
        "Stop it, or give this one its own folder (ENLACE_DATA_DIR) and port (ENLACE_PORT)."));
    Optional<EmbeddedDatabase> embedded = Optional.empty();
    try {
      var configured = settings.database();
      embedded = configured.isPresent() ? Optional.empty() : Optional.of(EmbeddedDatabase.start(folder));
      var database = configured.orElseGet(embedded.map(EmbeddedDatabase::settings)::get);
      DatabaseGate.await(database);
      var properties = properties(settings, folder, database, port);
      properties.putAll(extra);
      var context = context(settings, properties).start();
      context.getBean(EmbeddedServer.class).start();
      return new Product(folder, embedded, context);
    } catch (RuntimeException e) {
      embedded.ifPresent(EmbeddedDatabase::close);
      folder.close();
      throw refusal(e);
    }
  }

  /**
   * The product's parts for a command: with the database of the product that runs in the data folder, whose jobs then do the work, or
   * else as a product of its own for as long as the command takes.
   */
  static Product beside(LaunchSettings settings) {
    var running = settings.database().isPresent() ? settings.database() : EmbeddedDatabase.running(settings.dataDir());
    var free = DataFolder.take(settings.dataDir());
    if (free.isPresent()) {
      free.get().close();
      return start(settings, FreePort.pick(), Map.of());
    }
    var database = running.orElseThrow(() -> new StartRefused("The product in " + settings.dataDir() + " is still starting.",
        "Try again when it answers."));
    var properties = new HashMap<String, Object>(database.properties());
    properties.put("enlace.role", "product");
    properties.put("enlace.quartz.autostart", false);
    if (settings.get("ENLACE_MASTER_KEY").isEmpty() && settings.get("ENLACE_MASTER_KEY_FILE").isEmpty()) {
      properties.put("enlace.master-key-file", settings.dataDir().resolve("master.key").toString());
    }
    return new Product(null, Optional.empty(), context(settings, properties).start());
  }

  ApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
    embedded.ifPresent(EmbeddedDatabase::close);
    if (folder != null) {
      folder.close();
    }
  }

  private static ApplicationContext context(LaunchSettings settings, Map<String, Object> properties) {
    var own = settings.folders().config().resolve("application.yml");
    if (Files.exists(own)) {
      System.setProperty("micronaut.config.files", own.toAbsolutePath().toString());
    }
    return ApplicationContext.builder().banner(false).deduceEnvironment(false).eagerInitConfiguration(true)
        .properties(properties).build();
  }

  private static Map<String, Object> properties(LaunchSettings settings, DataFolder folder, DatabaseSettings database, int port) {
    var all = new HashMap<String, Object>(database.properties());
    all.put("micronaut.server.port", port);
    all.put("enlace.role", "product");
    all.put("enlace.node-id", folder.nodeId());
    all.put("enlace.data-dir", folder.path().toString());
    if (settings.get("ENLACE_MASTER_KEY").isEmpty() && settings.get("ENLACE_MASTER_KEY_FILE").isEmpty()) {
      all.put("enlace.master-key-file", madeMasterKey(folder));
    }
    return all;
  }

  private static String madeMasterKey(DataFolder folder) {
    if (!folder.has("master.key")) {
      LOG.warn("No master key is configured: one was made in {}. Keep a copy away from the database; without it nothing can be read.",
          folder.path().resolve("master.key"));
    }
    folder.keep("master.key", () -> {
      var key = new byte[MASTER_KEY_BYTES];
      new SecureRandom().nextBytes(key);
      return Base64.getEncoder().encodeToString(key);
    });
    return folder.path().resolve("master.key").toString();
  }

  /** What a person must read lies somewhere below Micronaut's own exceptions. */
  private static RuntimeException refusal(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefused || cause instanceof org.enlacehub.platform.config.InvalidConfiguration) {
        return (RuntimeException) cause;
      }
      if (cause instanceof UncheckedIOException io) {
        return new StartRefused("A file could not be read or written (" + io.getCause().getClass().getSimpleName() + ").",
            "Check disk space and the permissions of the data folder.");
      }
    }
    return e;
  }
}
