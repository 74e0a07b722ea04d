package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.platform.web.Correlation;
import org.slf4j.MDC;

/** The audit log's table. It has no statement that changes or removes a row, and must never get one. */
@Singleton
class AuditRepository implements AuditLog {
  private static final int DETAIL = 1_000;
  private final JdbcOperations jdbc;
  private final Ids ids;
  private final Clock clock;

  AuditRepository(JdbcOperations jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void record(Actor actor, String action, String subjectType, long subjectId, String detail) {
    jdbc.prepareStatement("""
        INSERT INTO audit_entry (id, at, actor_id, actor_word, action, subject_type, subject_id, detail, correlation_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", insert -> {
      insert.setLong(1, ids.next());
      Moments.write(insert, 2, clock.instant());
      insert.setLong(3, actor.staffId());
      insert.setString(4, actor.staffId() == 0 ? actor.name() : null);
      insert.setString(5, action);
      insert.setString(6, subjectType);
      insert.setLong(7, subjectId);
      insert.setString(8, detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail);
      insert.setString(9, MDC.get(Correlation.MDC_KEY));
      return insert.executeUpdate();
    });
  }

  /**
   * Newest first, {@code limit} + 1 rows at most, so that the caller knows whether more follow.
   *
   * @param action only acts whose code begins so; null for all
   * @param actorId only this person's acts; null for all
   * @param beforeAt moment and id after which to go on; null at the beginning
   */
  @Transactional
  List<AuditEntry> page(@Nullable String action, @Nullable Long actorId, @Nullable Instant beforeAt, long beforeId, int limit) {
    var sql = "SELECT * FROM audit_entry WHERE 1 = 1"
        + (action == null ? "" : " AND action LIKE ?")
        + (actorId == null ? "" : " AND actor_id = ?")
        + (beforeAt == null ? "" : " AND (at < ? OR (at = ? AND id < ?))")
        + " ORDER BY at DESC, id DESC LIMIT ?";
    return jdbc.prepareStatement(sql, select -> {
      int i = 1;
      if (action != null) select.setString(i++, action.replaceAll("[%_\\\\]", "\\\\$0") + "%");
      if (actorId != null) select.setLong(i++, actorId);
      if (beforeAt != null) {
        Moments.write(select, i++, beforeAt);
        Moments.write(select, i++, beforeAt);
        select.setLong(i++, beforeId);
      }
      select.setInt(i, limit + 1);
      var found = new ArrayList<AuditEntry>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) found.add(read(rows));
      }
      return found;
    });
  }

  private static AuditEntry read(ResultSet rows) throws SQLException {
    return new AuditEntry(rows.getLong("id"), Moments.read(rows, "at"), rows.getLong("actor_id"), rows.getString("actor_word"),
        rows.getString("action"), rows.getString("subject_type"), rows.getLong("subject_id"), rows.getString("detail"),
        rows.getString("correlation_id"));
  }
}
