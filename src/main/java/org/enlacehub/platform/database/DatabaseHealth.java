package org.enlacehub.platform.database;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.enlacehub.platform.health.Probe;
import org.reactivestreams.Publisher;

/** Whether the database answers. Without it nothing is taken in, so that the node is not ready. */
@Singleton
@Readiness
@Requires(property = "datasources.default.url")
class DatabaseHealth implements HealthIndicator {
  private static final int SECONDS = 1;
  private static final Probe PROBE = new Probe("database", HealthStatus.DOWN,
      "the MySQL of ENLACE_DB_URL or, where that is not set, the embedded database under ENLACE_DATA_DIR");
  private final DataSource pool;

  DatabaseHealth(DataSource pool) {
    this.pool = DelegatingDataSource.unwrapDataSource(pool);
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return PROBE.ask(this::answer);
  }

  private Map<String, Object> answer() throws SQLException {
    try (var connection = pool.getConnection()) {
      if (!connection.isValid(SECONDS)) {
        throw new SQLException("no answer", "08006");
      }
      return Map.of();
    }
  }
}
