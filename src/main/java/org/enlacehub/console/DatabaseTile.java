package org.enlacehub.console;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.StartTile;
import org.enlacehub.platform.i18n.Texts;

/** Whether the database answers, for administrators. */
@Singleton
class DatabaseTile implements StartTile {
  private static final int SECONDS = 2;
  private static final int LAST = 90;
  private final DataSource pool;

  DatabaseTile(DataSource pool) {
    this.pool = DelegatingDataSource.unwrapDataSource(pool);
  }

  @Override
  public int order() {
    return LAST;
  }

  @Override
  public Optional<Tile> tile(Actor actor, Texts t) {
    if (!actor.may(Role.ADMINISTRATOR)) return Optional.empty();
    boolean answers = answers();
    return Optional.of(new Tile(t.get("console.home.database"), t.get("console.home.database." + (answers ? "good" : "bad")),
        t.get("console.home.database.note"), "", answers ? Tone.GOOD : Tone.BAD));
  }

  private boolean answers() {
    try (var connection = pool.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException _) {
      return false;
    }
  }
}
