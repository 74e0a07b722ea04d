package org.enlacehub.audience;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.Arrays;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.platform.database.Statements;

/** Reads contact's tables for counting and fixes snapshots; the only place outside contact that selects from them. */
@Singleton
class AudienceRepository {
  private static final String FROM = " FROM contact c WHERE c.state = 'ACTIVE' AND (";
  private static final String REACHED = Arrays.stream(Channel.values())
      .map(channel -> "MAX(" + Reach.condition(channel) + ") AS by_" + channel.code()).collect(Collectors.joining(", "));
  private static final String REACHED_OF = Arrays.stream(Channel.values())
      .map(channel -> ", SUM(EXISTS (SELECT 1 FROM contact_address a WHERE a.contact_id = c.id AND " + Reach.condition(channel) + "))")
      .collect(Collectors.joining());
  private static final String SUMS = Arrays.stream(Channel.values())
      .map(channel -> "COALESCE(SUM(r.by_" + channel.code() + "), 0)").collect(Collectors.joining(", "));
  private final Statements statements;

  AudienceRepository(Statements statements) {
    this.statements = statements;
  }

  /** How many, by language and channel. The condition is asked once: a circle or a border costs more than all the rest. */
  AudienceCount count(ContactFilter filter) {
    var byLanguage = new LinkedHashMap<String, Long>();
    var byChannel = new EnumMap<Channel, Long>(Channel.class);
    for (var channel : Channel.values()) byChannel.put(channel, 0L);
    boolean everybody = filter.equals(ContactFilter.ALL);
    statements.list("SELECT COALESCE(c.language, ''), COUNT(*) AS people" + (everybody ? "" : REACHED_OF) + FROM + filter.sql()
        + ") GROUP BY c.language ORDER BY people DESC", filter.parameters(), row -> {
          if (!everybody) addReached(byChannel, row, 2);
          return byLanguage.merge(row.getString(1), row.getLong(2), Long::sum);
        });
    // Only active people have addresses, so that everybody's are counted from the index of addresses alone.
    if (everybody) {
      statements.list("SELECT " + SUMS + " FROM (SELECT " + REACHED + " FROM contact_address a GROUP BY a.contact_id) r", List.of(),
          row -> addReached(byChannel, row, 0));
    }
    return new AudienceCount(byLanguage.values().stream().mapToLong(Long::longValue).sum(), byChannel, byLanguage);
  }

  private static Map<Channel, Long> addReached(Map<Channel, Long> byChannel, ResultSet row, int before) throws SQLException {
    for (var channel : Channel.values()) byChannel.merge(channel, row.getLong(before + channel.ordinal() + 1), Long::sum);
    return byChannel;
  }

  List<Long> sample(ContactFilter filter, int limit) {
    var parameters = new ArrayList<>(filter.parameters());
    parameters.add(limit);
    return statements.list("SELECT c.id" + FROM + filter.sql() + ") ORDER BY c.id DESC LIMIT ?", parameters, row -> row.getLong(1));
  }

  List<Long> spread(ContactFilter filter, int limit) {
    var parameters = new ArrayList<>(filter.parameters());
    parameters.add(limit);
    return statements.list("SELECT c.id" + FROM + filter.sql() + ") ORDER BY CRC32(c.id), c.id LIMIT ?", parameters, row -> row.getLong(1));
  }

  /** False when the snapshot was begun before. */
  boolean begin(long snapshot, Instant now) {
    return statements.update("INSERT IGNORE INTO audience_snapshot (id, people, created_at) VALUES (?, 0, ?)", List.of(snapshot, now)) == 1;
  }

  long fill(long snapshot, ContactFilter filter) {
    var parameters = new ArrayList<Object>(List.of(snapshot));
    parameters.addAll(filter.parameters());
    int people = statements.update("INSERT INTO audience_member (snapshot_id, contact_id) SELECT ?, c.id" + FROM + filter.sql() + ")",
        parameters);
    statements.update("UPDATE audience_snapshot SET people = ? WHERE id = ?", List.of(people, snapshot));
    return people;
  }

  long people(long snapshot) {
    return statements.first("SELECT people FROM audience_snapshot WHERE id = ?", List.of(snapshot), row -> row.getLong(1)).orElse(0L);
  }

  List<Long> members(long snapshot, long after, int limit) {
    return statements.list("SELECT contact_id FROM audience_member WHERE snapshot_id = ? AND contact_id > ? ORDER BY contact_id LIMIT ?",
        List.of(snapshot, after, limit), row -> row.getLong(1));
  }

  void delete(long snapshot) {
    statements.update("DELETE FROM audience_member WHERE snapshot_id = ?", List.of(snapshot));
    statements.update("DELETE FROM audience_snapshot WHERE id = ?", List.of(snapshot));
  }

  Map<String, Long> byConsulate(long snapshot) {
    var counts = new HashMap<String, Long>();
    statements.list("SELECT c.consulate, COUNT(*) FROM audience_member m JOIN contact c ON c.id = m.contact_id"
        + " WHERE m.snapshot_id = ? AND c.consulate IS NOT NULL GROUP BY c.consulate", List.of(snapshot),
        row -> counts.put(row.getString(1), row.getLong(2)));
    return counts;
  }

  List<String> zones(long snapshot) {
    return statements.list("SELECT DISTINCT c.timezone FROM audience_member m JOIN contact c ON c.id = m.contact_id"
        + " WHERE m.snapshot_id = ? AND c.timezone IS NOT NULL", List.of(snapshot), row -> row.getString(1));
  }
}
