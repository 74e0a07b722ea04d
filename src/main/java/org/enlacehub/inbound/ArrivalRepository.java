package org.enlacehub.inbound;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The tables {@code arrival} and {@code arrival_watermark}. */
@Singleton
class ArrivalRepository {
  private final Statements sql;

  ArrivalRepository(Statements sql) {
    this.sql = sql;
  }

  /** False when the carrier brought this message before. */
  @Transactional
  boolean insert(long id, String carrier, String carrierId, byte[] payload, Instant now) {
    return sql.update("INSERT IGNORE INTO arrival (id, carrier, carrier_id, state, payload, received_at, try_at) VALUES (?, ?, ?, 'NEW', ?, ?, ?)",
        List.of(id, carrier, carrierId, payload, now, now)) == 1;
  }

  /** The payload of one that waits, held for the caller's transaction; empty when another thread or node has it or it is done. */
  @Transactional
  Optional<byte[]> claim(long id) {
    return sql.first("SELECT payload FROM arrival WHERE id = ? AND state = 'NEW' FOR UPDATE SKIP LOCKED", List.of(id), row -> row.getBytes(1));
  }

  /** Keeps that it was handled and how; what it said is kept elsewhere now, under the person's own key. */
  @Transactional
  void done(long id, String result) {
    sql.update("UPDATE arrival SET state = 'DONE', payload = NULL, result = ? WHERE id = ?", List.of(result, id));
  }

  /** Keeps one that nobody could be found for, whole: it is no person's, so no key of a person holds it. */
  @Transactional
  void setAside(long id, String result) {
    sql.update("UPDATE arrival SET state = 'ASIDE', result = ? WHERE id = ?", List.of(result, id));
  }

  /** Handling failed: it is tried again later. */
  @Transactional
  void failed(long id, Instant tryAt) {
    sql.update("UPDATE arrival SET attempts = attempts + 1, try_at = ? WHERE id = ? AND state = 'NEW'", List.of(tryAt, id));
  }

  @Transactional
  int attempts(long id) {
    return sql.first("SELECT attempts FROM arrival WHERE id = ?", List.of(id), row -> row.getInt(1)).orElse(0);
  }

  /** Those that wait and are due, oldest first. */
  @Transactional
  List<Long> waiting(Instant now, int limit) {
    return sql.list("SELECT id FROM arrival WHERE state = 'NEW' AND try_at <= ? ORDER BY try_at, id LIMIT ?", List.of(now, limit),
        row -> row.getLong(1));
  }

  @Transactional
  Optional<Instant> watermark(String channel, String ours) {
    return sql.first("SELECT read_until FROM arrival_watermark WHERE channel = ? AND ours = ?", List.of(channel, ours),
        row -> Statements.instant(row, "read_until"));
  }

  @Transactional
  void moveWatermark(String channel, String ours, Instant until) {
    sql.update("INSERT INTO arrival_watermark (channel, ours, read_until) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE read_until = VALUES(read_until)",
        Arrays.asList(channel, ours, until));
  }
}
