package org.enlacehub.delivery;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.database.Statements;

/** What waits and for what; and the senders that people know. */
@Singleton
class WaitingRepository {
  private static final String SELECT = "SELECT " + MessageRepository.COLUMNS + " FROM message m WHERE ";
  private final JdbcOperations jdbc;
  private final MessageRepository messages;

  WaitingRepository(JdbcOperations jdbc, MessageRepository messages) {
    this.jdbc = jdbc;
    this.messages = messages;
  }

  /** Locked, and without those that are being taken for sending at this moment. */
  @Transactional
  List<MessageRow> ofCampaign(long campaignId, int limit) {
    return messages.query(SELECT + "m.campaign_id = ? AND m.state IN ('QUEUED', 'HELD') LIMIT " + limit
        + " FOR UPDATE SKIP LOCKED", campaignId);
  }

  @Transactional
  List<MessageRow> heldFor(long contactId, Set<String> reasons) {
    return messages.query(SELECT + "m.contact_id = ? AND m.state = 'HELD' AND m.reason IN (" + Statements.marks(reasons.size())
        + ") ORDER BY m.id FOR UPDATE", Stream.concat(Stream.of(contactId), reasons.stream()).toArray());
  }

  /** Messages of a lane that were held for want of an approved template, and of whose template one was approved since. */
  @Transactional
  List<MessageRow> approvedSince(String lane, int limit) {
    return messages.query(SELECT + "m.lane = ? AND m.state = 'HELD' AND m.reason LIKE 'template\\_%' AND EXISTS ("
        + "SELECT 1 FROM message_content c JOIN whatsapp_content w ON w.template = c.template AND w.state = 'APPROVED'"
        + " WHERE c.id = m.content_id AND w.changed_at > (SELECT MAX(r.at) FROM message_reason r WHERE r.message_id = m.id))"
        + " LIMIT " + limit + " FOR UPDATE SKIP LOCKED", lane);
  }

  @Transactional
  List<MessageRow> withoutSender(String lane, int limit) {
    return messages.query(SELECT + "m.lane = ? AND m.state = 'HELD' LIMIT " + limit + " FOR UPDATE SKIP LOCKED", lane);
  }

  @Transactional
  List<DeliveryTotals.FailureGroup> failures(long campaignId) {
    return jdbc.prepareStatement("SELECT channel, state, COALESCE(error_code, reason, '') AS code, COUNT(*) AS n FROM message"
        + " WHERE campaign_id = ? AND state IN ('FAILED', 'UNDELIVERED', 'SUPPRESSED', 'EXPIRED', 'HELD', 'CANCELLED')"
        + " GROUP BY channel, state, COALESCE(error_code, reason, '') ORDER BY n DESC LIMIT 200", statement -> {
      statement.setLong(1, campaignId);
      var rows = statement.executeQuery();
      var all = new ArrayList<DeliveryTotals.FailureGroup>();
      while (rows.next()) {
        all.add(new DeliveryTotals.FailureGroup(Channel.valueOf(rows.getString(1)).code(), rows.getString(2), rows.getString(3),
            rows.getLong(4)));
      }
      return all;
    });
  }

  @Transactional
  Optional<String> knownSender(long contactId, Channel channel) {
    return jdbc.prepareStatement("SELECT lane FROM contact_sender WHERE contact_id = ? AND channel = ?", statement -> {
      RepositoryColumns.set(statement, contactId, channel);
      var rows = statement.executeQuery();
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    });
  }

  @Transactional
  void remember(long contactId, Channel channel, String lane, Instant at) {
    jdbc.prepareStatement("INSERT INTO contact_sender (contact_id, channel, lane, at) VALUES (?, ?, ?, ?)"
        + " ON DUPLICATE KEY UPDATE lane = VALUES(lane), at = VALUES(at)", statement -> {
      RepositoryColumns.set(statement, contactId, channel, lane, at);
      return statement.executeUpdate();
    });
  }
}
