package org.enlacehub.inquiry.bymail;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The tables {@code desk_notice} and {@code desk_notice_choice}. */
@Singleton
class NoticeRepository {
  private final Statements sql;

  NoticeRepository(Statements sql) {
    this.sql = sql;
  }

  @Transactional
  void insert(Notice n) {
    sql.update("""
        INSERT INTO desk_notice (message_id, inquiry_id, contact_id, staff_id, seen_entry, told, sent_at, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        List.of(n.messageId(), n.inquiryId(), n.contactId(), n.staffId(), n.seenEntry(), n.told(), n.sentAt(), n.expiresAt()));
  }

  @Transactional
  Optional<Notice> find(long messageId) {
    return sql.first("SELECT * FROM desk_notice WHERE message_id = ?", List.of(messageId), NoticeRepository::read);
  }

  /** The officer knows the thread up to this entry now: an own answer. */
  @Transactional
  void seen(long messageId, long entryId) {
    sql.update("UPDATE desk_notice SET seen_entry = ? WHERE message_id = ?", List.of(entryId, messageId));
  }

  /** Counts a mail about an answer; false when there were as many as there may be. */
  @Transactional
  boolean mayTell(long messageId, int most) {
    return sql.update("UPDATE desk_notice SET told = told + 1 WHERE message_id = ? AND told < ?", List.of(messageId, most)) == 1;
  }

  @Transactional
  List<Long> ofContact(long contactId) {
    return sql.list("SELECT message_id FROM desk_notice WHERE contact_id = ?", List.of(contactId), row -> row.getLong(1));
  }

  @Transactional
  List<Long> expired(Instant now, int limit) {
    return sql.list("SELECT message_id FROM desk_notice WHERE expires_at < ? ORDER BY expires_at, message_id LIMIT ?", List.of(now, limit),
        row -> row.getLong(1));
  }

  @Transactional
  void delete(List<Long> messageIds) {
    if (!messageIds.isEmpty()) {
      sql.update("DELETE FROM desk_notice WHERE message_id IN (" + Statements.marks(messageIds.size()) + ")", messageIds);
    }
  }

  @Transactional
  void choose(long staffId, NoticeChoice choice) {
    sql.update("INSERT INTO desk_notice_choice (staff_id, choice) VALUES (?, ?) ON DUPLICATE KEY UPDATE choice = VALUES(choice)",
        List.of(staffId, choice));
  }

  /** What these members of staff chose; those who did not choose are absent. */
  @Transactional
  Map<Long, NoticeChoice> choices(List<Long> staffIds) {
    var choices = new HashMap<Long, NoticeChoice>();
    if (!staffIds.isEmpty()) {
      sql.list("SELECT staff_id, choice FROM desk_notice_choice WHERE staff_id IN (" + Statements.marks(staffIds.size()) + ")", staffIds,
          row -> choices.put(row.getLong("staff_id"), NoticeChoice.valueOf(row.getString("choice"))));
    }
    return choices;
  }

  private static Notice read(ResultSet row) throws SQLException {
    return new Notice(row.getLong("message_id"), row.getLong("inquiry_id"), row.getLong("contact_id"), row.getLong("staff_id"),
        row.getLong("seen_entry"), row.getInt("told"), Statements.instant(row, "sent_at"), Statements.instant(row, "expires_at"));
  }
}
