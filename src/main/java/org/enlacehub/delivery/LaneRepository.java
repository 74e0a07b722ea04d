package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lanes, the nodes that work them, and the campaigns that wait. */
@Singleton
class LaneRepository {
  private final JdbcOperations jdbc;

  LaneRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** A lane's row. */
  record LaneRow(String lane, LaneMode mode, @Nullable String errorCode, int failures, Instant since, @Nullable Instant nextTry,
      @Nullable Long holder, @Nullable Instant leaseUntil, @Nullable Instant lastSend) {}

  @Transactional
  void register(String lane, Instant now) {
    update("INSERT INTO lane_state (lane, mode, since) VALUES (?, 'NORMAL', ?) ON DUPLICATE KEY UPDATE lane = VALUES(lane)",
        lane, now);
  }

  @Transactional
  List<LaneRow> lanes() {
    return jdbc.prepareStatement("SELECT * FROM lane_state ORDER BY lane", statement -> {
      var rows = statement.executeQuery();
      var all = new ArrayList<LaneRow>();
      while (rows.next()) {
        all.add(new LaneRow(rows.getString("lane"), LaneMode.valueOf(rows.getString("mode")), rows.getString("error_code"),
            rows.getInt("failures"), RepositoryColumns.instant(rows, "since"), RepositoryColumns.instant(rows, "next_try_at"),
            RepositoryColumns.number(rows, "holder"),
            RepositoryColumns.instant(rows, "lease_until"), RepositoryColumns.instant(rows, "last_send_at")));
      }
      return all;
    });
  }

  @Transactional
  Optional<LaneRow> lane(String lane) {
    return lanes().stream().filter(row -> row.lane().equals(lane)).findFirst();
  }

  /**
   * Takes or keeps the lane for this start of this node. A lane of an earlier start of the same node is free at once; one of
   * another node when its lease has run out.
   */
  @Transactional
  boolean lease(String lane, long boot, String node, Instant now, Instant until) {
    return update("UPDATE lane_state SET holder = ?, holder_node = ?, lease_until = ? WHERE lane = ?"
        + " AND (holder IS NULL OR holder = ? OR holder_node = ? AND holder < ? OR lease_until <= ?)", boot, node, until, lane,
        boot, node,
        boot, now) == 1;
  }

  @Transactional
  void release(String lane, long boot, Instant lastSend) {
    update("UPDATE lane_state SET holder = NULL, holder_node = NULL, lease_until = NULL, last_send_at = ? WHERE lane = ? AND holder = ?",
        lastSend, lane, boot);
  }

  @Transactional
  void mode(String lane, LaneMode mode, @Nullable String code, int failures, Instant since, @Nullable Instant nextTry) {
    update("UPDATE lane_state SET since = IF(mode = ?, since, ?), mode = ?, error_code = ?, failures = ?, next_try_at = ? WHERE lane = ?",
        mode, since, mode, code, failures, nextTry, lane);
  }

  @Transactional
  void boot(long id, String node, Instant now) {
    update("UPDATE node_boot SET ended = 1 WHERE node = ?", node);
    update("INSERT INTO node_boot (id, node, started_at, seen_at) VALUES (?, ?, ?, ?)", id, node, now, now);
  }

  @Transactional
  void seen(long boot, Instant now) {
    update("UPDATE node_boot SET seen_at = ? WHERE id = ?", now, boot);
  }

  @Transactional
  void ended(long boot) {
    update("UPDATE node_boot SET ended = 1 WHERE id = ?", boot);
  }

  /** Starts of nodes that were seen lately; whatever others were sending is uncertain. */
  @Transactional
  Set<Long> living(Instant seenSince) {
    return jdbc.prepareStatement("SELECT id FROM node_boot WHERE ended = 0 AND seen_at >= ?", statement -> {
      RepositoryColumns.set(statement, seenSince);
      return longs(statement.executeQuery());
    });
  }

  @Transactional
  Set<Long> held() {
    return jdbc.prepareStatement("SELECT campaign_id FROM campaign_hold", statement -> longs(statement.executeQuery()));
  }

  @Transactional
  void hold(long campaignId, String reason, Instant now) {
    update("INSERT INTO campaign_hold (campaign_id, reason, since) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE reason = VALUES(reason)",
        campaignId, reason, now);
  }

  @Transactional
  void unhold(long campaignId) {
    update("DELETE FROM campaign_hold WHERE campaign_id = ?", campaignId);
  }

  private static Set<Long> longs(ResultSet rows) throws SQLException {
    var all = new HashSet<Long>();
    while (rows.next()) {
      all.add(rows.getLong(1));
    }
    return all;
  }

  private int update(String sql, Object... values) {
    return jdbc.prepareStatement(sql, statement -> {
      RepositoryColumns.set(statement, values);
      return statement.executeUpdate();
    });
  }
}
