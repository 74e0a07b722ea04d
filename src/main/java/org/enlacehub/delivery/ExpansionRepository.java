package org.enlacehub.delivery;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.id.Ids;

/**
 * Turns a window of an audience into messages inside the database. Reads {@code audience_member}, {@code contact} and
 * {@code contact_address}. What the configuration adds to the statement (lanes, channels, countries) consists of checked codes
 * only.
 */
@Singleton
class ExpansionRepository {
  private final JdbcOperations jdbc;
  private final Senders senders;
  private final Ids ids;

  ExpansionRepository(JdbcOperations jdbc, Senders senders, Ids ids) {
    this.jdbc = jdbc;
    this.senders = senders;
    this.ids = ids;
  }

  /** Members of the snapshot after a contact. */
  record Window(long lastContact, int members) {}

  @Transactional
  Window window(long snapshotId, long afterContact, int limit) {
    return jdbc.prepareStatement("SELECT COALESCE(MAX(w.contact_id), 0), COUNT(*) FROM (SELECT contact_id FROM audience_member"
        + " WHERE snapshot_id = ? AND contact_id > ? ORDER BY contact_id LIMIT " + limit + ") w", statement -> {
      RepositoryColumns.set(statement, snapshotId, afterContact);
      var rows = statement.executeQuery();
      rows.next();
      return new Window(rows.getLong(1), rows.getInt(2));
    });
  }

  /** Adds the window's messages that do not exist yet; returns how many there are, by counting the block of ids. */
  @Transactional
  int expand(ExpandCampaign e, Priority priority, Window window, Instant now) {
    long first = ids.block(window.members());
    var channels = e.channels().stream().filter(senders::has).toList();
    boolean nobody = channels.isEmpty();
    var values = new ArrayList<Object>();
    var sql = new StringBuilder("INSERT INTO message (id, contact_id, content_id, channel, lane, state, reason, priority, flow, due_at,"
        + " expires_at, purpose, campaign_id, run, step, language, country, desk, next_channels, fallback_seconds, created_at)\n"
        + "SELECT ? + ROW_NUMBER() OVER () - 1, p.contact_id, ?, p.channel, ");
    values.add(first);
    values.add(e.contentId());
    sql.append(nobody ? "'none', 'HELD', '" + Reasons.NO_SENDER + "'" : laneCase(channels) + ", 'QUEUED', NULL")
        .append(", ?, ?, p.due_at, ");
    values.add(priority.ordinal());
    values.add(e.campaignId());
    sql.append(e.expires() == null ? "NULL" : "DATE_ADD(p.due_at, INTERVAL " + e.expires().toSeconds() + " SECOND)");
    sql.append(", ?, ?, ?, 0, p.language, p.country, p.consulate, ").append(restCase(e.channels())).append(", ?, ?\nFROM (");
    values.add(e.purpose());
    values.add(e.campaignId());
    values.add(e.run());
    values.add(e.fallbackAfter() == null ? null : e.fallbackAfter().toSeconds());
    values.add(now);
    people(e, window, sql, values);
    sql.append(") p\nON DUPLICATE KEY UPDATE message.step = message.step");
    jdbc.prepareStatement(sql.toString(), statement -> {
      RepositoryColumns.set(statement, values.toArray());
      return statement.executeUpdate();
    });
    return count(first, window.members(), e.campaignId());
  }

  private static void people(ExpandCampaign e, Window window, StringBuilder sql, List<Object> values) {
    sql.append("SELECT c.id AS contact_id, c.language, c.country, c.consulate, ").append(channelCase(e.channels()))
        .append(" AS channel, ");
    due(e, sql, values);
    sql.append(" AS due_at\n FROM audience_member m JOIN contact c ON c.id = m.contact_id AND c.state = 'ACTIVE'"
        + "\n WHERE m.snapshot_id = ? AND m.contact_id > ? AND m.contact_id <= ?");
    values.add(e.snapshotId());
    values.add(e.afterContact());
    values.add(window.lastContact());
    if (!e.share().equals(ExpandCampaign.Share.ALL)) {
      sql.append(" AND MOD(CRC32(CONCAT(c.id, ':', ?)), 100) BETWEEN ? AND ?");
      values.add(e.campaignId());
      values.add(e.share().from());
      values.add(e.share().to() - 1);
    }
  }

  /** The recipient's time, spread by a hash of the contact so that every expansion of the same window gives the same times. */
  private static void due(ExpandCampaign e, StringBuilder sql, List<Object> values) {
    boolean spread = !e.spread().isNone();
    if (spread) {
      sql.append("DATE_ADD(");
    }
    var due = e.due();
    if (due.at().isEmpty()) {
      sql.append("CAST(? AS DATETIME(6))");
    } else {
      sql.append("CAST(CASE ").append(due.by() == ExpandCampaign.Place.CONSULATE ? "c.consulate" : "c.timezone");
      due.at().forEach((place, at) -> {
        sql.append(" WHEN ? THEN ?");
        values.add(place);
        values.add(at);
      });
      sql.append(" ELSE ? END AS DATETIME(6))");
    }
    values.add(due.usual());
    if (spread) {
      later(e.spread(), sql, values);
    }
  }

  /** So many seconds after that, and on a later day what does not fit into the first. */
  private static void later(Spread spread, StringBuilder sql, List<Object> values) {
    if (spread.perDay() == null) {
      sql.append(", INTERVAL ");
      offset(spread, sql, values);
      sql.append(" SECOND)");
    } else {
      long day = spread.perDay().toSeconds();
      sql.append(", INTERVAL (");
      offset(spread, sql, values);
      sql.append(" DIV ").append(day).append(") * ").append(Duration.ofDays(1).toSeconds()).append(" + MOD(");
      offset(spread, sql, values);
      sql.append(", ").append(day).append(") SECOND)");
    }
  }

  private static void offset(Spread spread, StringBuilder sql, List<Object> values) {
    sql.append("FLOOR(MOD(CRC32(c.id), 10000) * ");
    if (spread.byConsulate().isEmpty()) {
      sql.append(spread.usual().toSeconds());
    } else {
      sql.append("CASE c.consulate");
      spread.byConsulate().forEach((code, time) -> {
        sql.append(" WHEN ? THEN ").append(time.toSeconds());
        values.add(code);
      });
      sql.append(" ELSE ").append(spread.usual().toSeconds()).append(" END");
    }
    sql.append(" / 10000)");
  }

  /** The first channel by which the person can be reached, told from the index of addresses; the first of all for who has none. */
  private static String channelCase(List<Channel> channels) {
    var first = "'" + channels.getFirst() + "'";
    return channels.size() == 1 ? first : "CASE " + channels.stream().map(c -> "WHEN EXISTS (SELECT 1 FROM contact_address a"
        + " WHERE a.contact_id = c.id AND a.valid = 1 AND " + switch (c) {
      case SMS -> "a.kind = 'PHONE' AND a.can_sms = 1";
      case WHATSAPP -> "a.kind IN ('PHONE', 'WHATSAPP_ID') AND a.can_whatsapp = 1";
      case EMAIL -> "a.kind = 'EMAIL'";
    } + ") THEN '" + c + "'").collect(Collectors.joining(" ")) + " ELSE " + first + " END";
  }

  private static String restCase(List<Channel> channels) {
    return "CASE p.channel " + channels.stream().map(c -> "WHEN '" + c + "' THEN '"
        + RepositoryColumns.text(channels.subList(channels.indexOf(c) + 1, channels.size())) + "'")
        .collect(Collectors.joining(" ")) + " END";
  }

  /** The same choice as {@link Senders#choose}, for any contact. */
  private String laneCase(List<Channel> channels) {
    return "CASE p.channel " + channels.stream().map(c -> "WHEN '" + c + "' THEN " + laneOf(c)).collect(Collectors.joining(" "))
        + " ELSE 'none' END";
  }

  private String laneOf(Channel channel) {
    var named = senders.all().stream().filter(s -> s.channel() == channel).filter(s -> !s.countries().isEmpty() || !s.languages()
        .isEmpty())
        .toList();
    var cases = new ArrayList<String>();
    var countries = named.stream().flatMap(s -> s.countries().stream()).distinct().sorted().toList();
    var languages = named.stream().flatMap(s -> s.languages().stream()).distinct().sorted().toList();
    var plain = pick(senders.pool(channel, null, null));
    for (var country : countries) {
      for (var language : languages) {
        cases.add("WHEN p.country = '" + country + "' AND p.language = '" + language + "' THEN "
            + pick(senders.pool(channel, country, language)));
      }
      cases.add("WHEN p.country = '" + country + "' THEN " + pick(senders.pool(channel, country, null)));
    }
    for (var language : languages) {
      cases.add("WHEN p.language = '" + language + "' THEN " + pick(senders.pool(channel, null, language)));
    }
    return cases.isEmpty() ? plain : "CASE " + String.join(" ", cases) + " ELSE " + plain + " END";
  }

  private static String pick(List<Sender> pool) {
    return pool.size() == 1 ? "'" + pool.getFirst().id() + "'"
        : "ELT(1 + MOD(p.contact_id, " + pool.size() + "), " + pool.stream().map(s -> "'" + s.id() + "'")
        .collect(Collectors.joining(", ")) + ")";
  }

  /** Counts what was really added, and writes the campaign's counts from it. */
  private int count(long first, int block, long campaignId) {
    var cells = jdbc.prepareStatement("SELECT channel, COALESCE(language, ''), COALESCE(desk, ''), state, COUNT(*) FROM message"
        + " WHERE id BETWEEN ? AND ? GROUP BY channel, language, desk, state", statement -> {
      RepositoryColumns.set(statement, first, first + block - 1);
      var rows = statement.executeQuery();
      var all = new ArrayList<Object[]>();
      while (rows.next()) {
        all.add(new Object[] {rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getInt(5)});
      }
      return all;
    });
    if (cells.isEmpty()) {
      return 0;
    }
    long id = ids.block(cells.size() * 2);
    jdbc.prepareStatement("INSERT INTO delivery_count (id, campaign_id, channel, language, desk, state, messages, segments, cost)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)", statement -> {
      long next = id;
      for (var cell : cells) {
        for (var state : List.of(cell[3], CountKey.PEOPLE)) {
          RepositoryColumns.set(statement, next++, campaignId, cell[0], cell[1], cell[2], state, cell[4]);
          statement.addBatch();
        }
      }
      return statement.executeBatch();
    });
    return cells.stream().mapToInt(cell -> (Integer) cell[4]).sum();
  }
}
