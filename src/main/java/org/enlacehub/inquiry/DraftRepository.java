package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.platform.database.Statements;

/** The table {@code inquiry_draft}: what officers have written and not sent. */
@Singleton
class DraftRepository {
  private static final String COLUMN = "inquiry_draft.sealed";
  private final Statements sql;
  private final ContactKeys keys;

  DraftRepository(Statements sql, ContactKeys keys) {
    this.sql = sql;
    this.keys = keys;
  }

  @Transactional
  void save(Inquiry inquiry, long staffId, String text, Instant now) {
    keys.sealer(inquiry.contactId()).ifPresent(sealer -> sql.update("""
        INSERT INTO inquiry_draft (inquiry_id, staff_id, contact_id, sealed, saved_at) VALUES (?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE sealed = VALUES(sealed), saved_at = VALUES(saved_at)""",
        List.of(inquiry.id(), staffId, inquiry.contactId(), sealer.seal(COLUMN, inquiry.id(), text), now)));
  }

  @Transactional
  Optional<String> find(Inquiry inquiry, long staffId) {
    var sealer = keys.sealer(inquiry.contactId());
    return sql.first("SELECT sealed FROM inquiry_draft WHERE inquiry_id = ? AND staff_id = ?", List.of(inquiry.id(), staffId),
        row -> row.getBytes(1)).flatMap(sealed -> sealer.map(s -> s.open(COLUMN, inquiry.id(), sealed)));
  }

  @Transactional
  void delete(long inquiryId, long staffId) {
    sql.update("DELETE FROM inquiry_draft WHERE inquiry_id = ? AND staff_id = ?", List.of(inquiryId, staffId));
  }
}
