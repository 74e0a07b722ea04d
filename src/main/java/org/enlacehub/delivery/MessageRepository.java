package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.platform.database.Statements;

/** Adds and reads messages. What changes them while they are sent is in {@link SendingRepository}. */
@Singleton
class MessageRepository {
  static final String COLUMNS = """
      m.id, m.contact_id, m.address_id, m.content_id, m.channel, m.lane, m.state, m.priority, m.flow, m.due_at, m.expires_at, m.purpose,
      m.campaign_id, m.run, m.step, m.inquiry_id, m.parent_id, m.language, m.country, m.desk, m.next_channels, m.fallback_seconds,
      m.attempts, m.claim, m.claimed_at, m.provider_id, m.segments, m.cost, m.created_at, m.idempotency""";
  private static final Priority[] PRIORITIES = Priority.values();
  private static final String INSERT = """
      INSERT INTO message (id, contact_id, address_id, content_id, channel, lane, state, priority, flow, due_at, expires_at, purpose,
        campaign_id, run, step, inquiry_id, parent_id, language, country, desk, next_channels, fallback_seconds, attempts, created_at,
        idempotency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE step = VALUES(step)""";
  private final JdbcOperations jdbc;
  private final Statements sql;

  MessageRepository(JdbcOperations jdbc, Statements sql) {
    this.jdbc = jdbc;
    this.sql = sql;
  }

  /** Adds messages; one whose idempotency key exists is left out. */
  @Transactional
  void insert(List<MessageRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var values = rows.stream().map(MessageRepository::values).toList();
    if (rows.stream().allMatch(row -> row.idempotency() == null)) {
      sql.later(INSERT, values);
    } else {
      // Whether it was there is asked at once.
      sql.batch(INSERT, values);
    }
  }

  private static List<Object> values(MessageRow r) {
    return Arrays.asList(r.id(), r.contactId(), r.addressId(), r.contentId(), r.channel(), r.lane(), r.state(), r.priority().ordinal(), r.flow(),
        r.dueAt(), r.expiresAt(), r.purpose(), r.campaignId(), r.run(), r.step(), r.inquiryId(), r.parentId(), r.language(), r.country(), r.desk(),
        RepositoryColumns.text(r.nextChannels()), r.fallbackSeconds(), r.attempts(), r.createdAt(), r.idempotency());
  }

  /** Those of these contacts who have a message of a campaign's run; ask for at least one. */
  @Transactional
  Set<Long> plannedFor(long campaignId, int run, List<Long> contactIds) {
    return jdbc.prepareStatement("SELECT DISTINCT contact_id FROM message WHERE campaign_id = ? AND run = ? AND contact_id IN ("
        + Statements.marks(contactIds.size()) + ")", statement -> {
          statement.setLong(1, campaignId);
          statement.setInt(2, run);
          for (int i = 0; i < contactIds.size(); i++) {
            statement.setLong(i + 3, contactIds.get(i));
          }
          var found = new HashSet<Long>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(rows.getLong(1));
            }
          }
          return found;
        });
  }

  Optional<Long> byIdempotency(String key) {
    return jdbc.prepareStatement("SELECT id FROM message WHERE idempotency = ?", statement -> {
      statement.setString(1, key);
      var rows = statement.executeQuery();
      return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
    });
  }

  @Transactional
  List<MessageRow> find(Collection<Long> ids) {
    return find(ids, "");
  }

  /** Reads and locks, in the order of ids, so that two who lock the same messages wait for each other and never cross. */
  @Transactional
  List<MessageRow> lock(Collection<Long> ids) {
    return find(ids, " ORDER BY m.id FOR UPDATE");
  }

  private List<MessageRow> find(Collection<Long> ids, String tail) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return query("SELECT " + COLUMNS + " FROM message m WHERE m.id IN (" + RepositoryColumns.list(ids) + ")" + tail);
  }

  @Transactional
  Map<Long, MessageState> states(Collection<Long> ids) {
    var states = new HashMap<Long, MessageState>();
    if (!ids.isEmpty()) {
      jdbc.prepareStatement("SELECT id, state FROM message WHERE id IN (" + RepositoryColumns.list(ids) + ")", statement -> {
        var rows = statement.executeQuery();
        while (rows.next()) {
          states.put(rows.getLong(1), MessageState.valueOf(rows.getString(2)));
        }
        return null;
      });
    }
    return states;
  }

  /** What is due in one flow of a lane, first come first served. */
  @Transactional
  List<MessageRow> due(String lane, Priority priority, long flow, Instant now, int limit) {
    return query("SELECT " + COLUMNS + " FROM message m WHERE m.lane = ? AND m.state = 'QUEUED' AND m.priority = ? AND m.flow = ?"
        + " AND m.due_at <= ? ORDER BY m.due_at, m.id LIMIT " + limit, lane, priority.ordinal(), flow, now);
  }

  /** As {@link #due}, after a place in that order; with the due time of the place first, then with later ones. */
  @Transactional
  List<MessageRow> dueAfter(String lane, Priority priority, long flow, Instant now, Instant due, long id, int limit) {
    var same = due(lane, priority, flow, due, id, limit);
    if (same.size() == limit) {
      return same;
    }
    var all = new ArrayList<>(same);
    all.addAll(query("SELECT " + COLUMNS
        + " FROM message m WHERE m.lane = ? AND m.state = 'QUEUED' AND m.priority = ? AND m.flow = ?"
        + " AND m.due_at > ? AND m.due_at <= ? ORDER BY m.due_at, m.id LIMIT " + (limit - same.size()), lane, priority.ordinal(),
        flow, due,
        now));
    return all;
  }

  private List<MessageRow> due(String lane, Priority priority, long flow, Instant due, long id, int limit) {
    return query("SELECT " + COLUMNS + " FROM message m WHERE m.lane = ? AND m.state = 'QUEUED' AND m.priority = ? AND m.flow = ?"
        + " AND m.due_at = ? AND m.id > ? ORDER BY m.id LIMIT " + limit, lane, priority.ordinal(), flow, due, id);
  }

  /** The campaigns with waiting messages in a lane, by single steps through the index. */
  @Transactional
  List<Long> flows(String lane, Priority priority) {
    var flows = new ArrayList<Long>();
    Long next = 0L;
    while ((next = flowAfter(lane, priority, next)) != null) {
      flows.add(next);
    }
    return flows;
  }

  private @Nullable Long flowAfter(String lane, Priority priority, long flow) {
    return jdbc.prepareStatement("SELECT flow FROM message WHERE lane = ? AND state = 'QUEUED' AND priority = ? AND flow > ?"
        + " ORDER BY flow LIMIT 1", statement -> {
      RepositoryColumns.set(statement, lane, priority.ordinal(), flow);
      var rows = statement.executeQuery();
      return rows.next() ? rows.getLong(1) : null;
    });
  }

  /**
   * Messages of a lane of which nobody can tell whether they left: marked so and due for a look, being sent by a node that is
   * dead, or being sent for longer than any call takes.
   */
  @Transactional
  List<MessageRow> uncertain(String lane, Collection<Long> living, Instant now, Instant claimedBefore, int limit) {
    var alive = living.isEmpty() ? "-1" : RepositoryColumns.list(living);
    return query("SELECT " + COLUMNS
        + " FROM message m WHERE m.lane = ? AND m.state = 'SENDING' AND (m.claim = 0 AND m.due_at <= ?"
        + " OR m.claim <> 0 AND (m.claim NOT IN (" + alive + ") OR m.claimed_at < ?)) ORDER BY m.id LIMIT " + limit, lane, now,
        claimedBefore);
  }

  /** Messages of a lane that left within a time and of which no carrier has told the end: our ids by the carrier's. */
  @Transactional
  Map<String, Long> awaitingReceipts(String lane, Instant since, Instant until, int most) {
    return jdbc.prepareStatement("SELECT provider_id, id FROM message WHERE lane = ? AND state = 'SENT' AND sent_at BETWEEN ? AND ?"
        + " AND provider_id IS NOT NULL LIMIT " + most, statement -> {
      RepositoryColumns.set(statement, lane, since, until);
      var rows = statement.executeQuery();
      var found = new HashMap<String, Long>();
      while (rows.next()) {
        found.put(rows.getString(1), rows.getLong(2));
      }
      return found;
    });
  }

  /** The message to a person that has this carrier's id. */
  @Transactional
  Optional<Long> ofCarrier(long contactId, String providerId) {
    return jdbc.prepareStatement("SELECT id FROM message WHERE contact_id = ? AND provider_id = ? LIMIT 1", statement -> {
      RepositoryColumns.set(statement, contactId, providerId);
      var rows = statement.executeQuery();
      return rows.next() ? Optional.of(rows.getLong(1)) : Optional.<Long>empty();
    });
  }

  /** Carriers' ids among these that belong to other messages of the same person. */
  @Transactional
  Set<String> known(MessageRow row, Collection<String> providerIds) {
    if (providerIds.isEmpty()) {
      return Set.of();
    }
    var marks = String.join(",", Collections.nCopies(providerIds.size(), "?"));
    return jdbc.prepareStatement("SELECT provider_id FROM message WHERE contact_id <=> ? AND id <> ? AND provider_id IN ("
        + marks + ")",
        statement -> {
      var values = new ArrayList<Object>();
      values.add(row.contactId());
      values.add(row.id());
      values.addAll(providerIds);
      RepositoryColumns.set(statement, values.toArray());
      var rows = statement.executeQuery();
      var found = new HashSet<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    });
  }

  @Transactional
  List<MessageRow> query(String sql, Object... values) {
    return jdbc.prepareStatement(sql, statement -> {
      RepositoryColumns.set(statement, values);
      var rows = statement.executeQuery();
      var all = new ArrayList<MessageRow>();
      while (rows.next()) {
        all.add(row(rows));
      }
      return all;
    });
  }

  /** By place, for names cost a look-up each; the places are those of {@link #COLUMNS}. */
  private static MessageRow row(ResultSet r) throws SQLException {
    return new MessageRow(r.getLong(1), number(r, 2), number(r, 3), r.getLong(4), Channel.valueOf(r.getString(5)), r.getString(6),
        MessageState.valueOf(r.getString(7)), PRIORITIES[r.getInt(8)], r.getLong(9), instant(r, 10), instant(r, 11),
        Purpose.valueOf(r.getString(12)), number(r, 13), small(r, 14), r.getInt(15), number(r, 16), number(r, 17), r.getString(18),
        r.getString(19), r.getString(20), RepositoryColumns.channels(r.getString(21)), small(r, 22), r.getInt(23), number(r, 24),
        instant(r, 25), r.getString(26), small(r, 27), r.getBigDecimal(28), instant(r, 29), r.getString(30));
  }

  private static @Nullable Long number(ResultSet r, int column) throws SQLException {
    long value = r.getLong(column);
    return r.wasNull() ? null : value;
  }

  private static @Nullable Integer small(ResultSet r, int column) throws SQLException {
    int value = r.getInt(column);
    return r.wasNull() ? null : value;
  }

  private static @Nullable Instant instant(ResultSet r, int column) throws SQLException {
    var local = r.getObject(column, LocalDateTime.class);
    return local == null ? null : local.toInstant(ZoneOffset.UTC);
  }
}
