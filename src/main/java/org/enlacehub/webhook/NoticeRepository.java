package org.enlacehub.webhook;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.webhook.Delivery.State;

/** The tables {@code webhook_notice} and {@code webhook_delivery}. */
@Singleton
class NoticeRepository {
  private static final String COLUMNS = "SELECT d.*, n.type, n.at FROM webhook_delivery d JOIN webhook_notice n ON n.id = d.notice_id";
  private final Statements sql;

  NoticeRepository(Statements sql) {
    this.sql = sql;
  }

  /** A notice for these addresses, due at once. */
  @Transactional
  void insert(Notice notice, Collection<Webhook> hooks) {
    sql.update("INSERT INTO webhook_notice (id, type, body, at) VALUES (?, ?, ?, ?)", List.of(notice.id(), notice.type(), notice.body(), notice.at()));
    sql.batch("INSERT INTO webhook_delivery (webhook_id, notice_id, state, due_at) VALUES (?, ?, 'WAITING', ?)",
        hooks.stream().map(hook -> List.of(hook.id(), notice.id(), notice.at())).toList());
  }

  /** What is due for addresses that are not stopped, the longest first. */
  @Transactional
  List<Delivery> due(Instant now, int limit) {
    return sql.list(COLUMNS + " JOIN webhook w ON w.id = d.webhook_id AND w.stopped IS NULL"
        + " WHERE d.state = 'WAITING' AND d.due_at <= ? ORDER BY d.due_at, d.notice_id LIMIT ?", List.of(now, limit), NoticeRepository::read);
  }

  @Transactional
  List<Notice> notices(Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : sql.list("SELECT * FROM webhook_notice WHERE id IN (" + Statements.marks(ids.size()) + ")", List.copyOf(ids),
        row -> new Notice(row.getLong("id"), row.getString("type"), row.getString("body"), Statements.instant(row, "at")));
  }

  /** What an attempt brought. Nothing changes when somebody asked for it anew meanwhile. */
  @Transactional
  void tried(Delivery tried, State state, String outcome, Instant next, Instant now) {
    sql.update("UPDATE webhook_delivery SET state = ?, attempts = ?, outcome = ?, due_at = ?, tried_at = ? WHERE webhook_id = ? AND notice_id = ?"
        + " AND state = 'WAITING' AND attempts = ?", List.of(state, tried.attempts() + 1, outcome, next, now, tried.webhookId(), tried.noticeId(),
        tried.attempts()));
  }

  /** Sends it anew, whatever became of it; false when there is none. */
  @Transactional
  boolean replay(long webhookId, long noticeId, Instant now) {
    return sql.update("UPDATE webhook_delivery SET state = 'WAITING', attempts = 0, due_at = ? WHERE webhook_id = ? AND notice_id = ?",
        List.of(now, webhookId, noticeId)) == 1;
  }

  /** Sends anew what failed; returns how many. */
  @Transactional
  int replayFailed(long webhookId, Instant now) {
    return sql.update("UPDATE webhook_delivery SET state = 'WAITING', attempts = 0, due_at = ? WHERE webhook_id = ? AND state = 'FAILED'",
        List.of(now, webhookId));
  }

  /** The newest first, before one of them. */
  @Transactional
  List<Delivery> of(long webhookId, @Nullable Long beforeNotice, int limit) {
    return sql.list(COLUMNS + " WHERE d.webhook_id = ? AND d.notice_id < ? ORDER BY d.notice_id DESC LIMIT ?",
        List.of(webhookId, beforeNotice == null ? Long.MAX_VALUE : beforeNotice, limit), NoticeRepository::read);
  }

  @Transactional
  void deleteOf(long webhookId) {
    sql.update("DELETE FROM webhook_delivery WHERE webhook_id = ?", List.of(webhookId));
  }

  /** Forgets what happened before an instant, at most so many notices; returns how many. */
  @Transactional
  int forget(Instant before, int limit) {
    var old = sql.list("SELECT id FROM webhook_notice WHERE at < ? ORDER BY at LIMIT ?", List.of(before, limit), row -> row.getLong(1));
    if (!old.isEmpty()) {
      var marks = Statements.marks(old.size());
      sql.update("DELETE FROM webhook_delivery WHERE notice_id IN (" + marks + ")", old);
      sql.update("DELETE FROM webhook_notice WHERE id IN (" + marks + ")", old);
    }
    return old.size();
  }

  private static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(row.getLong("webhook_id"), row.getLong("notice_id"), row.getString("type"), Statements.instant(row, "at"),
        State.valueOf(row.getString("state")), row.getInt("attempts"), Statements.instant(row, "due_at"), row.getString("outcome"),
        Statements.instant(row, "tried_at"));
  }
}
