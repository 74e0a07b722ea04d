package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The table {@code inquiry_before_answer}: what an answer changed, until it is called back or found not to have arrived. */
@Singleton
class BeforeAnswerRepository {
  private final Statements sql;

  BeforeAnswerRepository(Statements sql) {
    this.sql = sql;
  }

  /** How the inquiry stood when an officer answered. */
  record Before(@Nullable Long ownerId, @Nullable Instant waitingSince, Instant dueAt, @Nullable Instant firstReplyAt, Instant answeredAt) {}

  @Transactional
  void keep(long messageId, Inquiry was, Instant now) {
    sql.update("""
        INSERT INTO inquiry_before_answer (message_id, inquiry_id, owner_id, waiting_since, due_at, first_reply_at, answered_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        Arrays.asList(messageId, was.id(), was.ownerId(), was.waitingSince(), was.dueAt(), was.firstReplyAt(), now));
  }

  /** An answer of which nobody told the end. */
  record Unsettled(long messageId, Instant answeredAt) {}

  /** Answers given within a time of which nobody told the end, oldest first, after one of them (null for the first). */
  @Transactional
  List<Unsettled> unsettled(Instant since, Instant until, @Nullable Unsettled after, int limit) {
    return sql.list("""
        SELECT message_id, answered_at FROM inquiry_before_answer
        WHERE settled = 0 AND answered_at >= ? AND answered_at < ? AND (answered_at > ? OR message_id > ?) ORDER BY answered_at, message_id LIMIT ?""",
        List.of(after == null ? since : after.answeredAt(), until, after == null ? since : after.answeredAt(), after == null ? 0L : after.messageId(), limit),
        row -> new Unsettled(row.getLong("message_id"), Statements.instant(row, "answered_at")));
  }

  /** They arrived: nothing will be restored. */
  @Transactional
  void settle(List<Long> messageIds) {
    if (!messageIds.isEmpty()) {
      sql.update("UPDATE inquiry_before_answer SET settled = 1 WHERE message_id IN (" + Statements.marks(messageIds.size()) + ")", messageIds);
    }
  }

  /** Takes it for restoring, once: whoever asks again finds nothing. */
  @Transactional
  Optional<Before> take(long messageId) {
    if (sql.update("UPDATE inquiry_before_answer SET settled = 1 WHERE message_id = ? AND settled = 0", List.of(messageId)) == 0) {
      return Optional.empty();
    }
    return sql.first("SELECT * FROM inquiry_before_answer WHERE message_id = ?", List.of(messageId), row -> {
      long owner = row.getLong("owner_id");
      boolean owned = !row.wasNull();
      return new Before(owned ? owner : null, Statements.instant(row, "waiting_since"), Statements.instant(row, "due_at"),
          Statements.instant(row, "first_reply_at"), Statements.instant(row, "answered_at"));
    });
  }
}
