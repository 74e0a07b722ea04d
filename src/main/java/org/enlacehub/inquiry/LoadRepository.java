package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** What lies where, and which deadlines were kept: sums for supervisors, without a single name of a person. */
@Singleton
class LoadRepository {
  private final Statements sql;

  LoadRepository(Statements sql) {
    this.sql = sql;
  }

  @Transactional
  List<DeskLoad.Share> shares(Sight sight, Instant now) {
    var query = new StringBuilder("""
        SELECT desk, owner_id, COUNT(*) waiting, SUM(severity <= 2) urgent, SUM(due_at < ?) overdue, MIN(waiting_since) oldest
        FROM inquiry WHERE state = 'OPEN'""");
    var parameters = InquiryFilter.parameters(now);
    sight.narrow(query, parameters);
    return sql.list(query + " GROUP BY desk, owner_id ORDER BY desk, waiting DESC", parameters, row -> {
      long owner = row.getLong("owner_id");
      Long ownerId = row.wasNull() ? null : (Long) owner;
      return new DeskLoad.Share(row.getString("desk"), ownerId, row.getInt("waiting"), row.getInt("urgent"), row.getInt("overdue"),
          Statements.instant(row, "oldest"));
    });
  }

  /** Answers with a deadline since an instant, and how many came in time; what was called back or did not arrive is not counted. */
  @Transactional
  List<DeskLoad.Kept> kept(Sight sight, Instant since) {
    var query = new StringBuilder("""
        SELECT i.desk, COUNT(*) answers, SUM(b.answered_at <= b.due_at) in_time
        FROM inquiry_before_answer b JOIN inquiry i ON i.id = b.inquiry_id
        WHERE b.answered_at > ? AND b.settled = 0 AND b.waiting_since IS NOT NULL""");
    var parameters = InquiryFilter.parameters(since);
    sight.narrow("i.", query, parameters);
    return sql.list(query + " GROUP BY i.desk ORDER BY i.desk", parameters,
        row -> new DeskLoad.Kept(row.getString("desk"), row.getInt("answers"), row.getInt("in_time")));
  }
}
