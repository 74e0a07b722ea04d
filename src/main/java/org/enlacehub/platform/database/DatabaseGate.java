package org.enlacehub.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits at start until the configured database answers, and says what it waits for. */
public final class DatabaseGate {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseGate.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  /** Class 28 of SQLSTATE: the server answers but does not accept user or password; waiting would not help. */
  private static final String WRONG_SIGN_IN = "28";

  private DatabaseGate() {}

  /**
   * Returns when a connection was made.
   *
   * @throws StartRefused when the database refuses user, password or database name
   */
  public static void await(DatabaseSettings settings) {
    boolean said = false;
    while (true) {
      try (var connection = DriverManager.getConnection(settings.fullUrl(), settings.user(), settings.password())) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith(WRONG_SIGN_IN) || state.startsWith("42")) {
          throw new StartRefused("The database at " + settings.place() + " refuses the sign-in (" + state + ").",
              "Check ENLACE_DB_URL, ENLACE_DB_USER and ENLACE_DB_PASSWORD, and that the database exists.");
        }
        if (!said) {
          LOG.warn("The database at {} does not answer; Enlace starts as soon as it does (asking every {} s)",
              settings.place(), PAUSE.toSeconds());
          said = true;
        }
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StartRefused("Stopped while waiting for the database.", "Start again.");
      }
    }
  }
}
