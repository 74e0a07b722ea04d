package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.enlacehub.platform.database.Statements;

/** The table {@code conversation}: one row a person who ever wrote, locked by whoever takes in a message of theirs. */
@Singleton
class ConversationRepository {
  private final Statements sql;

  ConversationRepository(Statements sql) {
    this.sql = sql;
  }

  /** Notes a message and holds the person's row until the transaction ends: their messages are taken in one after the other. */
  @Transactional
  void enter(long contactId, Instant at, boolean whatsapp) {
    sql.update("""
        INSERT INTO conversation (contact_id, last_in_at, whatsapp_in_at) VALUES (?, ?, ?)
        ON DUPLICATE KEY UPDATE last_in_at = GREATEST(last_in_at, VALUES(last_in_at)),
          whatsapp_in_at = GREATEST(COALESCE(whatsapp_in_at, '1970-01-01'), COALESCE(VALUES(whatsapp_in_at), '1970-01-01'))""",
        Arrays.asList(contactId, at, whatsapp ? at : null));
  }

  /** Counts an automatic answer of today; false when the person has had as many as they may. */
  @Transactional
  boolean mayAnswerAutomatically(long contactId, LocalDate today, int most) {
    // The assignments run from left to right, so the count is compared before the day changes.
    return sql.update("""
        UPDATE conversation SET automatic_count = CASE WHEN automatic_day = ? THEN automatic_count + 1 ELSE 1 END, automatic_day = ?
        WHERE contact_id = ? AND (automatic_day IS NULL OR automatic_day <> ? OR automatic_count < ?)""",
        List.of(today, today, contactId, today, most)) == 1;
  }

  /** Those who wrote by WhatsApp after an instant. */
  @Transactional
  Set<Long> wroteByWhatsappSince(Collection<Long> contactIds, Instant since) {
    var parameters = new ArrayList<Object>(contactIds);
    parameters.add(since);
    return new HashSet<>(sql.list("SELECT contact_id FROM conversation WHERE contact_id IN (" + Statements.marks(contactIds.size())
        + ") AND whatsapp_in_at > ?", parameters, row -> row.getLong(1)));
  }

  /** When the person wrote by WhatsApp last; null when never. */
  @Transactional
  @Nullable Instant whatsappHeard(long contactId) {
    return sql.first("SELECT whatsapp_in_at FROM conversation WHERE contact_id = ? AND whatsapp_in_at IS NOT NULL", List.of(contactId),
        row -> Statements.instant(row, "whatsapp_in_at")).orElse(null);
  }
}
