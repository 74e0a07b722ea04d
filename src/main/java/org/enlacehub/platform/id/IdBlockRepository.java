package org.enlacehub.platform.id;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.enlacehub.platform.web.ServiceUnavailable;

/**
 * Takes blocks on a connection of its own, outside any transaction and outside the pool: a block that was handed out must not
 * come back with somebody's rollback, and threads that hold a pooled connection must not wait here for a second one.
 */
@Singleton
@Requires(property = "datasources.default.url")
class IdBlockRepository implements IdBlocks {
  private final String url;
  private final String user;
  private final String password;

  IdBlockRepository(@Property(name = "datasources.default.url") String url,
      @Property(name = "datasources.default.username") String user,
      @Property(name = "datasources.default.password") String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  @Override
  public long take(int n) {
    try (var connection = DriverManager.getConnection(url, user, password);
        var update = connection.prepareStatement("UPDATE id_block SET next_id = LAST_INSERT_ID(next_id) + ? WHERE name = 'all'");
        var select = connection.prepareStatement("SELECT LAST_INSERT_ID()")) {
      update.setInt(1, n);
      if (update.executeUpdate() != 1) {
        throw new IllegalStateException("the table id_block has no row 'all'");
      }
      try (var rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new ServiceUnavailable("database", e);
    }
  }
}
