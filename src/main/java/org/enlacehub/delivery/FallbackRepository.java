package org.enlacehub.delivery;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Sent messages for which another channel is tried when no delivery is reported in time. */
@Singleton
class FallbackRepository {
  private final JdbcOperations jdbc;
  private final MessageRepository messages;

  FallbackRepository(JdbcOperations jdbc, MessageRepository messages) {
    this.jdbc = jdbc;
    this.messages = messages;
  }

  @Transactional
  void watch(Collection<MessageRow> rows, Instant sent) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.prepareStatement("INSERT INTO message_fallback (message_id, due_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE due_at = VALUES(due_at)",
        statement -> {
          for (var row : rows) {
            RepositoryColumns.set(statement, row.id(), sent.plusSeconds(row.fallbackSeconds()));
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  @Transactional
  List<Long> takeDue(Instant now, int limit) {
    return jdbc.prepareStatement("SELECT message_id FROM message_fallback WHERE due_at <= ? ORDER BY due_at, message_id LIMIT "
        + limit
        + " FOR UPDATE SKIP LOCKED", statement -> {
      RepositoryColumns.set(statement, now);
      var rows = statement.executeQuery();
      var all = new ArrayList<Long>();
      while (rows.next()) {
        all.add(rows.getLong(1));
      }
      return all;
    });
  }

  /** Whether any of a campaign's messages may yet be followed by another channel. Stops at the first. */
  @Transactional
  boolean anyOf(long campaignId) {
    return jdbc.prepareStatement("SELECT STRAIGHT_JOIN 1 FROM message_fallback f JOIN message m ON m.id = f.message_id"
        + " WHERE m.campaign_id = ? LIMIT 1", statement -> {
      RepositoryColumns.set(statement, campaignId);
      return statement.executeQuery().next();
    });
  }

  @Transactional
  void forget(Collection<Long> messageIds) {
    if (!messageIds.isEmpty()) {
      jdbc.prepareStatement("DELETE FROM message_fallback WHERE message_id IN (" + RepositoryColumns.list(messageIds) + ")",
          statement -> statement.executeUpdate());
    }
  }

  /** Fallbacks for these people that have not left yet, locked. */
  @Transactional
  List<MessageRow> waitingFallbacks(Collection<Long> contactIds) {
    return contactIds.isEmpty() ? List.of()
        : messages.query("SELECT " + MessageRepository.COLUMNS + " FROM message m WHERE m.contact_id IN ("
            + RepositoryColumns.list(contactIds)
            + ") AND m.step > 0 AND m.state IN ('QUEUED', 'HELD') ORDER BY m.id FOR UPDATE");
  }
}
