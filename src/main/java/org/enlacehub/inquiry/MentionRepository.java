package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** The table {@code inquiry_mention}. */
@Singleton
class MentionRepository {
  private final Statements sql;

  MentionRepository(Statements sql) {
    this.sql = sql;
  }

  @Transactional
  void add(long entryId, long staffId, long inquiryId) {
    sql.update("INSERT IGNORE INTO inquiry_mention (entry_id, staff_id, inquiry_id) VALUES (?, ?, ?)", List.of(entryId, staffId, inquiryId));
  }

  @Transactional
  void read(long inquiryId, long staffId, Instant now) {
    sql.update("UPDATE inquiry_mention SET read_at = ? WHERE staff_id = ? AND inquiry_id = ? AND read_at IS NULL", List.of(now, staffId, inquiryId));
  }

  /** In how many matters that they may see somebody is mentioned and has not looked. */
  @Transactional
  int unread(Sight sight) {
    var query = new StringBuilder("""
        SELECT COUNT(DISTINCT m.inquiry_id) FROM inquiry_mention m JOIN inquiry i ON i.id = m.inquiry_id
        WHERE m.staff_id = ? AND m.read_at IS NULL""");
    var parameters = InquiryFilter.parameters(sight.staffId());
    sight.narrow("i.", query, parameters);
    return sql.first(query.toString(), parameters, row -> row.getInt(1)).orElse(0);
  }
}
