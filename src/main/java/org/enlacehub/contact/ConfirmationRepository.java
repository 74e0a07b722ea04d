package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The table {@code consent_request}: addresses whose people are asked to confirm. */
@Singleton
class ConfirmationRepository {
  private final Statements statements;

  ConfirmationRepository(Statements statements) {
    this.statements = statements;
  }

  /** These are to be asked; again, where they were asked for something else before. */
  void queue(Collection<Long> addresses, Instant now) {
    statements.batch("INSERT INTO consent_request (address_id, state, bits, created_at) VALUES (?, 'WAITING', 0, ?)"
        + " ON DUPLICATE KEY UPDATE state = 'WAITING', created_at = VALUES(created_at)", addresses.stream().map(id -> List.<Object>of(id, now)).toList());
  }

  /** Addresses to be asked, the longest waiting first. */
  List<Long> waiting(int limit) {
    return statements.list("SELECT address_id FROM consent_request WHERE state = 'WAITING' ORDER BY created_at, address_id LIMIT ?",
        List.of(limit), row -> row.getLong(1));
  }

  void asked(long address, int bits, Instant now, Instant until) {
    statements.update("UPDATE consent_request SET state = 'ASKED', bits = ?, asked_at = ?, expires_at = ? WHERE address_id = ?",
        List.of(bits, now, until, address));
  }

  /** What an address was asked for, as bits of {@link ConsentState}, while it can be answered. */
  Optional<Integer> open(long address, Instant now) {
    return statements.first("SELECT bits FROM consent_request WHERE address_id = ? AND state = 'ASKED' AND expires_at > ?",
        List.of(address, now), row -> row.getInt(1));
  }

  void confirmed(long address) {
    statements.update("UPDATE consent_request SET state = 'CONFIRMED' WHERE address_id = ?", List.of(address));
  }

  void forget(long address) {
    statements.update("DELETE FROM consent_request WHERE address_id = ?", List.of(address));
  }
}
