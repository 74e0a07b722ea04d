package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.id.Ids;

/** The steps of a message through a lane. Every change names the state that it leaves, so that a step is never taken twice. */
@Singleton
class SendingRepository {
  /** Messages of which nobody knows the outcome have this claim. */
  static final long NOBODY = 0;
  private static final int CASES = 100;
  private final JdbcOperations jdbc;
  private final Ids ids;

  SendingRepository(JdbcOperations jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** A text to be kept before its message is handed over. */
  record Body(long messageId, int attempt, byte[] sealed) {}

  /**
   * What is known of a message when it is claimed.
   *
   * @param addressId the address that was chosen; null for one that is no contact's
   * @param segments of an SMS
   */
  record Taking(long messageId, @Nullable Long addressId, @Nullable Integer segments, @Nullable BigDecimal cost) {}

  /** Marks waiting messages as being sent by this node; returns those that were still waiting. */
  @Transactional
  Set<Long> claim(Collection<Taking> messages, long claim, Instant at) {
    // As the column keeps it: what was claimed is recognised by it.
    var now = at.truncatedTo(ChronoUnit.MICROS);
    var mine = new HashSet<Long>();
    messages.stream().collect(Collectors.groupingBy(m -> new Alike(m.segments(), m.cost()))).values().forEach(alike -> {
      for (int from = 0; from < alike.size(); from += CASES) {
        mine.addAll(claimAlike(alike.subList(from, Math.min(alike.size(), from + CASES)), claim, now));
      }
    });
    return mine;
  }

  /** What one statement sets for many. */
  private record Alike(@Nullable Integer segments, @Nullable BigDecimal cost) {}

  private Collection<Long> claimAlike(List<Taking> part, long claim, Instant now) {
    var ids = part.stream().map(Taking::messageId).sorted().toList();
    var address = new StringBuilder();
    part.stream().filter(m -> m.addressId() != null)
        .forEach(m -> address.append(" WHEN ").append(m.messageId()).append(" THEN ").append(m.addressId()));
    int taken = update("UPDATE message SET state = 'SENDING', claim = ?, claimed_at = ?, attempts = attempts + 1, segments = ?, cost = ?"
        + (address.isEmpty() ? "" : ", address_id = CASE id" + address + " END") + " WHERE id IN (" + RepositoryColumns.list(ids)
        + ") AND state = 'QUEUED'", claim, now, part.getFirst().segments(), part.getFirst().cost());
    return taken == part.size() ? ids : jdbc.prepareStatement("SELECT id FROM message WHERE id IN (" + RepositoryColumns.list(ids)
        + ") AND state = 'SENDING' AND claim = ? AND claimed_at = ?", statement -> {
      RepositoryColumns.set(statement, claim, now);
      return ids(statement.executeQuery());
    });
  }

  @Transactional
  void saveBodies(List<Body> bodies) {
    if (bodies.isEmpty()) {
      return;
    }
    jdbc.prepareStatement("INSERT INTO message_body (message_id, attempt, sealed) VALUES (?, ?, ?)"
        + " ON DUPLICATE KEY UPDATE attempt = VALUES(attempt), sealed = VALUES(sealed)", statement -> {
      for (var body : bodies) {
        statement.setLong(1, body.messageId());
        statement.setInt(2, body.attempt());
        statement.setBytes(3, body.sealed());
        statement.addBatch();
      }
      return statement.executeBatch();
    });
  }

  /**
   * The carrier took these messages of ours.
   *
   * @param providerIds carrier's id by message
   * @return those that were still being sent; the others were moved on by a quick receipt
   */
  @Transactional
  Set<Long> accepted(Map<Long, String> providerIds, long claim, Instant at) {
    var moved = new HashSet<Long>();
    var all = providerIds.keySet().stream().sorted().toList();
    for (int from = 0; from < all.size(); from += CASES) {
      var part = all.subList(from, Math.min(all.size(), from + CASES));
      if (acceptedPart(part, providerIds, claim, at) == part.size()) {
        moved.addAll(part);
      } else {
        moved.addAll(jdbc.prepareStatement("SELECT id FROM message WHERE id IN (" + RepositoryColumns.list(part)
            + ") AND state = 'SENT' AND sent_at = ?", statement -> {
          RepositoryColumns.set(statement, at);
          return ids(statement.executeQuery());
        }));
        nameThoseThatReceiptsMoved(part, providerIds);
      }
    }
    return moved;
  }

  private int acceptedPart(List<Long> part, Map<Long, String> providerIds, long claim, Instant at) {
    var sid = " WHEN ? THEN ?".repeat(part.size());
    return jdbc.prepareStatement("UPDATE message SET state = 'SENT', claim = NULL, sent_at = ?, error_code = NULL, provider_id = CASE id"
        + sid + " END WHERE id IN (" + RepositoryColumns.list(part) + ") AND state = 'SENDING' AND claim = ?", statement -> {
      RepositoryColumns.set(statement, at);
      int i = 2;
      for (var id : part) {
        statement.setLong(i++, id);
        statement.setString(i++, providerIds.get(id));
      }
      statement.setLong(i, claim);
      return statement.executeUpdate();
    });
  }

  private static Set<Long> ids(ResultSet rows) throws SQLException {
    var found = new HashSet<Long>();
    while (rows.next()) {
      found.add(rows.getLong(1));
    }
    return found;
  }

  private void nameThoseThatReceiptsMoved(List<Long> part, Map<Long, String> providerIds) {
    for (var id : part) {
      update("UPDATE message SET provider_id = ? WHERE id = ? AND provider_id IS NULL", providerIds.get(id), id);
    }
  }

  /** Puts a message that is being sent by us back into its queue. False when it was moved on meanwhile. */
  @Transactional
  boolean backToQueue(long id, long claim, Instant due, @Nullable String code, boolean attemptCounts) {
    return update("UPDATE message SET state = 'QUEUED', claim = NULL, due_at = ?, error_code = ?, attempts = attempts - ?"
        + " WHERE id = ? AND state = 'SENDING' AND claim = ?", due, code, attemptCounts ? 0 : 1, id, claim) == 1;
  }

  /** The outcome of a message that is being sent is not known; look for evidence from {@code lookAt} on. */
  @Transactional
  boolean uncertain(long id, long claim, Instant lookAt, String why) {
    return update("UPDATE message SET claim = 0, due_at = ?, error_code = ? WHERE id = ? AND state = 'SENDING' AND claim = ?",
        lookAt,
        why, id, claim) == 1;
  }

  /** A later look for evidence about an uncertain message. */
  @Transactional
  void lookAgain(long id, Instant lookAt) {
    update("UPDATE message SET claim = 0, due_at = ? WHERE id = ? AND state = 'SENDING'", lookAt, id);
  }

  /**
   * Ends a message, or holds it, from the state in which the caller locked it or knows it to be.
   *
   * @return false when it is not in that state any more
   */
  @Transactional
  boolean close(long id, MessageState from, MessageState to, @Nullable String code, @Nullable String reason, Instant at) {
    return update("UPDATE message SET state = ?, claim = NULL, error_code = ?, reason = ?, failed_at = ? WHERE id = ? AND state = ?", to,
        code, reason, to == MessageState.HELD ? null : at, id, from) == 1;
  }

  /** A waiting message waits longer. */
  @Transactional
  boolean postpone(long id, Instant due, String reason) {
    return update("UPDATE message SET due_at = ?, reason = ? WHERE id = ? AND state = 'QUEUED'", due, reason, id) == 1;
  }

  /** Another channel is tried before anything has left. */
  @Transactional
  boolean reroute(long id, Channel channel, String lane, List<Channel> next, String reason) {
    return update("UPDATE message SET channel = ?, lane = ?, next_channels = ?, address_id = NULL, reason = ? WHERE id = ?"
        + " AND state = 'QUEUED'", channel, lane, RepositoryColumns.text(next), reason, id) == 1;
  }

  /** A held message gets a lane. */
  @Transactional
  boolean lane(long id, String lane) {
    return update("UPDATE message SET lane = ? WHERE id = ? AND state = 'HELD'", lane, id) == 1;
  }

  /** Takes what remains of a message's channels, once: true for the one who got them. */
  @Transactional
  boolean takeNextChannels(long id) {
    return update("UPDATE message SET next_channels = '' WHERE id = ? AND next_channels <> ''", id) == 1;
  }

  /** Queues a message again that was held or whose sending is proven not to have happened. */
  @Transactional
  boolean requeue(long id, MessageState from, Instant due, @Nullable String reason) {
    return update("UPDATE message SET state = 'QUEUED', claim = NULL, due_at = ?, reason = ? WHERE id = ? AND state = ?", due,
        reason, id,
        from) == 1;
  }

  /** Receipts or the carrier's list told that a message stands further on. */
  @Transactional
  void advance(MessageRow row, MessageState to, @Nullable String providerId, @Nullable String code, Instant at) {
    var times = switch (to) {
      case DELIVERED -> ", delivered_at = COALESCE(delivered_at, ?)";
      case READ -> ", read_at = COALESCE(read_at, ?), delivered_at = COALESCE(delivered_at, read_at)";
      case FAILED, UNDELIVERED -> ", failed_at = COALESCE(failed_at, ?)";
      default -> ", sent_at = COALESCE(sent_at, ?)";
    };
    update("UPDATE message SET state = ?, claim = NULL, provider_id = COALESCE(provider_id, ?), error_code = ?" + times
        + (to == MessageState.SENT ? "" : ", sent_at = COALESCE(sent_at, claimed_at)") + " WHERE id = ?", to, providerId, code,
        at, row.id());
  }

  /** As {@link #advance} for many that were sent and have arrived, without an error. */
  @Transactional
  void advanceAll(Collection<Long> messageIds, MessageState to, Instant at) {
    var column = to == MessageState.READ ? "read_at" : "delivered_at";
    var also = to == MessageState.READ ? ", delivered_at = COALESCE(delivered_at, read_at)" : "";
    update("UPDATE message SET state = ?, claim = NULL, error_code = NULL, " + column + " = ?" + also
        + ", sent_at = COALESCE(sent_at,"
        + " claimed_at) WHERE id IN (" + RepositoryColumns.list(messageIds) + ")", to, at);
  }

  /** Keeps an attempt that did not end as the message will. */
  @Transactional
  void keepAttempt(long messageId, int attempt, String lane, String outcome, @Nullable String code, @Nullable String providerId,
      @Nullable Instant started, Instant ended) {
    update("INSERT INTO message_attempt (id, message_id, attempt, lane, outcome, error_code, provider_id, started_at, ended_at)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", ids.next(), messageId, attempt, lane, outcome, code, providerId, started, ended);
  }

  /** Keeps a reason; codes and values only, never personal data. */
  @Transactional
  void keepReason(long messageId, String code, @Nullable String detail, Instant at) {
    update("INSERT INTO message_reason (id, message_id, code, detail, at) VALUES (?, ?, ?, ?, ?)", ids.next(), messageId, code,
        detail, at);
  }

  private int update(String sql, Object... values) {
    return jdbc.prepareStatement(sql, statement -> {
      RepositoryColumns.set(statement, values);
      return statement.executeUpdate();
    });
  }
}
