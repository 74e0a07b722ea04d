package org.enlacehub.delivery;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.id.Ids;

/** A campaign's counts as signed changes: writers never meet on a row. {@link #squash} adds them up. */
@Singleton
class CountRepository {
  private static final String INSERT = "INSERT INTO delivery_count (id, campaign_id, channel, language, desk, state, messages, segments, cost)"
      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private final JdbcOperations jdbc;
  private final Ids ids;

  CountRepository(JdbcOperations jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** In the transaction that makes the changes true. */
  @Transactional
  void write(CountChanges changes) {
    var real = changes.all().entrySet().stream().filter(e -> !e.getValue().isNothing()).toList();
    if (real.isEmpty()) {
      return;
    }
    long first = ids.block(real.size());
    jdbc.prepareStatement(INSERT, statement -> {
      long id = first;
      for (var entry : real) {
        var key = entry.getKey();
        var change = entry.getValue();
        RepositoryColumns.set(statement, id++, key.campaignId(), key.channel(), key.language(), key.desk(), key.state(),
            change.messages(),
            change.segments(), change.cost());
        statement.addBatch();
      }
      return statement.executeBatch();
    });
  }

  @Transactional
  Map<CountKey, CountChanges.Change> read(long campaignId) {
    return read(campaignId, "");
  }

  /** Campaigns with so many changes that adding them up pays. */
  @Transactional
  List<Long> crowded(int rows) {
    return jdbc.prepareStatement("SELECT campaign_id FROM delivery_count GROUP BY campaign_id HAVING COUNT(*) > " + rows,
        statement -> {
      var found = statement.executeQuery();
      var campaigns = new ArrayList<Long>();
      while (found.next()) {
        campaigns.add(found.getLong(1));
      }
      return campaigns;
    });
  }

  /** Replaces the changes that are committed now by their sums; changes that come meanwhile stay as they are. */
  @Transactional
  void squash(long campaignId) {
    var old = jdbc.prepareStatement("SELECT id FROM delivery_count WHERE campaign_id = ? LIMIT 20000 FOR UPDATE SKIP LOCKED",
        statement -> {
      statement.setLong(1, campaignId);
      var rows = statement.executeQuery();
      var found = new ArrayList<Long>();
      while (rows.next()) {
        found.add(rows.getLong(1));
      }
      return found;
    });
    if (old.isEmpty()) {
      return;
    }
    var list = RepositoryColumns.list(old);
    var sums = new CountSum();
    read(campaignId, " AND id IN (" + list + ")").forEach(sums::put);
    jdbc.prepareStatement("DELETE FROM delivery_count WHERE id IN (" + list + ")", statement -> statement.executeUpdate());
    long first = ids.block(Math.max(1, sums.size()));
    jdbc.prepareStatement(INSERT, statement -> {
      long id = first;
      for (var entry : sums.entrySet()) {
        var key = entry.getKey();
        RepositoryColumns.set(statement, id++, key.campaignId(), key.channel(), key.language(), key.desk(), key.state(),
            entry.getValue().messages(), entry.getValue().segments(), entry.getValue().cost());
        statement.addBatch();
      }
      return statement.executeBatch();
    });
  }

  private Map<CountKey, CountChanges.Change> read(long campaignId, String filter) {
    return jdbc.prepareStatement("SELECT channel, language, desk, state, SUM(messages), SUM(segments), SUM(cost) FROM delivery_count"
        + " WHERE campaign_id = ?" + filter + " GROUP BY channel, language, desk, state", statement -> {
      statement.setLong(1, campaignId);
      var rows = statement.executeQuery();
      var all = new CountSum();
      while (rows.next()) {
        BigDecimal cost = rows.getBigDecimal(7);
        all.put(new CountKey(campaignId, Channel.valueOf(rows.getString(1)), rows.getString(2), rows.getString(3),
            rows.getString(4)),
            new CountChanges.Change(rows.getInt(5), rows.getInt(6), cost));
      }
      return all;
    });
  }

  /** Sums by cell. */
  private static final class CountSum extends LinkedHashMap<CountKey, CountChanges.Change> {}
}
