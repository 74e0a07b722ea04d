package org.enlacehub.inbound;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.platform.database.Statements;

/** The tables {@code arrival} and {@code arrival_watermark}. */
@Singleton
class ArrivalRepository {
  private static final int TOGETHER = 500;
  private static final String INSERT = """
      INSERT IGNORE INTO arrival (id, carrier, carrier_id, sender, fingerprint, state, result, payload, received_at, try_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private final Statements sql;

  ArrivalRepository(Statements sql) {
    this.sql = sql;
  }

  /**
   * A message to be stored.
   *
   * @param sender keyed hash of who wrote it
   * @param fingerprint keyed hash of what it says
   * @param payload the message itself, sealed
   */
  record Row(long id, String carrier, String carrierId, byte[] sender, byte[] fingerprint, byte[] payload, Instant at) {
    String senderKey() {
      return key(sender);
    }
  }

  /** One that waits. */
  record Waiting(long id, String sender) {}

  /** Stores several in one transaction; the ids of those that the carrier had not brought before. */
  @Transactional
  Set<Long> insertAll(List<Row> rows) {
    sql.batch(INSERT, rows.stream().map(row -> values(row, "NEW", null)).toList());
    return Set.copyOf(sql.list("SELECT id FROM arrival WHERE id IN (" + Statements.marks(rows.size()) + ")",
        rows.stream().map(Row::id).toList(), row -> row.getLong(1)));
  }

  /** Keeps one that goes to no desk; false when it is kept already. */
  @Transactional
  boolean insertAside(Row row, String result) {
    return sql.update(INSERT, values(row, "ASIDE", result)) == 1;
  }

  private static List<Object> values(Row row, String state, @Nullable String result) {
    return Arrays.asList(row.id(), row.carrier(), row.carrierId(), row.sender(), row.fingerprint(), state, result, row.payload(), row.at(),
        row.at());
  }

  /** True when what was stored under this id says the same, or was stored before that was noted. */
  @Transactional
  boolean says(String carrier, String carrierId, byte[] fingerprint) {
    return sql.first("SELECT 1 FROM arrival WHERE carrier = ? AND carrier_id = ? AND (fingerprint IS NULL OR fingerprint = ?)",
        List.of(carrier, carrierId, fingerprint), row -> row.getInt(1)).isPresent();
  }

  /** Those of a carrier's ids that are stored. */
  @Transactional
  Set<String> known(String carrier, Collection<String> carrierIds) {
    var known = new HashSet<String>();
    var all = List.copyOf(carrierIds);
    for (int from = 0; from < all.size(); from += TOGETHER) {
      var some = all.subList(from, Math.min(all.size(), from + TOGETHER));
      var parameters = new ArrayList<Object>(List.of(carrier));
      parameters.addAll(some);
      known.addAll(sql.list("SELECT carrier_id FROM arrival WHERE carrier = ? AND carrier_id IN (" + Statements.marks(some.size()) + ")",
          parameters, row -> row.getString(1)));
    }
    return known;
  }

  /** The payloads of those that wait, held for the caller's transaction; those that another thread or node has, or that are done, are absent. */
  @Transactional
  Map<Long, byte[]> claim(List<Long> ids) {
    var payloads = new LinkedHashMap<Long, byte[]>();
    sql.list("SELECT id, payload FROM arrival WHERE id IN (" + Statements.marks(ids.size()) + ") AND state = 'NEW' ORDER BY id FOR UPDATE SKIP LOCKED",
        ids, row -> payloads.put(row.getLong("id"), row.getBytes("payload")));
    return payloads;
  }

  /** Keeps that it was handled and how; what it said is kept elsewhere now, under the person's own key. */
  @Transactional
  void done(long id, String result) {
    sql.later("UPDATE arrival SET state = 'DONE', payload = NULL, result = ? WHERE id = ?", List.of(List.of(result, id)));
  }

  /** Keeps one that nobody could be found for, whole: it is no person's, so no key of a person holds it. */
  @Transactional
  void setAside(long id, String result) {
    sql.later("UPDATE arrival SET state = 'ASIDE', result = ? WHERE id = ?", List.of(List.of(result, id)));
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

  /** Those that wait and are due, oldest first, at most so many of one sender. */
  @Transactional
  List<Waiting> waiting(Instant now, int ofOne, int limit) {
    return sql.list("""
        SELECT id, sender FROM (SELECT id, sender, try_at, ROW_NUMBER() OVER (PARTITION BY sender ORDER BY try_at, id) place
          FROM arrival WHERE state = 'NEW' AND try_at <= ?) due
        WHERE place <= ? ORDER BY try_at, id LIMIT ?""", List.of(now, ofOne, limit),
        row -> new Waiting(row.getLong("id"), key(row.getBytes("sender"))));
  }

  /** Forgets what was set aside before an instant: what it said, not that it came. */
  @Transactional
  void forgetAside(Instant before) {
    sql.update("UPDATE arrival SET state = 'DONE', payload = NULL WHERE state = 'ASIDE' AND try_at < ?", List.of(before));
  }

  private static String key(byte @Nullable [] sender) {
    return sender == null ? "" : Base64.getEncoder().encodeToString(sender);
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
