package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** The table {@code inquiry_presence}. */
@Singleton
class PresenceRepository {
  private final Statements sql;

  PresenceRepository(Statements sql) {
    this.sql = sql;
  }

  /** Somebody who is here. */
  record Here(long staffId, boolean writing) {}

  @Transactional
  void note(long inquiryId, long staffId, boolean writing, Instant now) {
    sql.update("""
        INSERT INTO inquiry_presence (inquiry_id, staff_id, writing, seen_at) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE writing = VALUES(writing), seen_at = VALUES(seen_at)""", List.of(inquiryId, staffId, writing, now));
  }

  @Transactional
  List<Here> others(long inquiryId, long staffId, Instant since) {
    return sql.list("SELECT staff_id, writing FROM inquiry_presence WHERE inquiry_id = ? AND staff_id <> ? AND seen_at > ? ORDER BY staff_id",
        List.of(inquiryId, staffId, since), row -> new Here(row.getLong(1), row.getBoolean(2)));
  }

  @Transactional
  void forget(Instant before) {
    sql.update("DELETE FROM inquiry_presence WHERE seen_at < ?", List.of(before));
  }
}
