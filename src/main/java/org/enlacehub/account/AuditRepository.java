package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.platform.web.Correlation;
import org.slf4j.MDC;

/** The audit log's table. It has no statement that changes or removes a row, and must never get one. */
@Singleton
class AuditRepository implements AuditLog {
  private static final int DETAIL = 1_000;
  private final Statements sql;
  private final Ids ids;
  private final Clock clock;

  AuditRepository(Statements sql, Ids ids, Clock clock) {
    this.sql = sql;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void record(Actor actor, String action, String subjectType, long subjectId, String detail) {
    sql.update("""
        INSERT INTO audit_entry (id, at, actor_id, actor_word, action, subject_type, subject_id, detail, correlation_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", Arrays.asList(ids.next(), clock.instant(), actor.staffId(),
        actor.staffId() == 0 ? actor.name() : null, action, subjectType, subjectId,
        detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail, MDC.get(Correlation.MDC_KEY)));
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
    var where = new StringBuilder("SELECT * FROM audit_entry WHERE 1 = 1");
    var values = new ArrayList<Object>();
    if (action != null) {
      where.append(" AND action LIKE ?");
      values.add(action.replaceAll("[%_\\\\]", "\\\\$0") + "%");
    }
    if (actorId != null) {
      where.append(" AND actor_id = ?");
      values.add(actorId);
    }
    if (beforeAt != null) {
      where.append(" AND (at < ? OR (at = ? AND id < ?))");
      values.addAll(List.of(beforeAt, beforeAt, beforeId));
    }
    values.add(limit + 1);
    return sql.list(where + " ORDER BY at DESC, id DESC LIMIT ?", values, AuditRepository::read);
  }

  private static AuditEntry read(ResultSet row) throws SQLException {
    return new AuditEntry(row.getLong("id"), Statements.instant(row, "at"), row.getLong("actor_id"), row.getString("actor_word"),
        row.getString("action"), row.getString("subject_type"), row.getLong("subject_id"), row.getString("detail"),
        row.getString("correlation_id"));
  }
}
