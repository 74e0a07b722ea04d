package org.enlacehub.platform.quartz;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Lends Quartz connections of our pool; the pool's life is not Quartz's business. */
final class PooledConnections implements ConnectionProvider {
  private final DataSource pool;

  PooledConnections(DataSource pool) {
    this.pool = pool;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void shutdown() {
    // The pool is closed with the application.
  }

  @Override
  public void initialize() {
    // The pool is open already.
  }
}
