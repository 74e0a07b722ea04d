package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The table {@code campaign_rsvp}. */
@Singleton
class RsvpRepository {
  private final Statements sql;

  RsvpRepository(Statements sql) {
    this.sql = sql;
  }

  /** How many have a place. */
  @Transactional
  int taken(long campaignId) {
    return sql.first("SELECT COUNT(*) FROM campaign_rsvp WHERE campaign_id = ? AND state = 'COMING'", List.of(campaignId), row -> row.getInt(1)).orElse(0);
  }

  /** The answer of a person, under whichever of their contact ids. */
  @Transactional
  Optional<RsvpEntry> of(long campaignId, Collection<Long> lineage) {
    var parameters = new ArrayList<Object>();
    parameters.add(campaignId);
    parameters.addAll(lineage);
    return sql.first("SELECT contact_id, state, since FROM campaign_rsvp WHERE campaign_id = ? AND contact_id IN ("
        + Statements.marks(lineage.size()) + ") ORDER BY state = 'DECLINED', since LIMIT 1", parameters, RsvpRepository::read);
  }

  @Transactional
  void put(long campaignId, RsvpEntry entry) {
    sql.update("INSERT INTO campaign_rsvp (campaign_id, contact_id, state, since) VALUES (?, ?, ?, ?)"
        + " ON DUPLICATE KEY UPDATE state = VALUES(state), since = VALUES(since)",
        List.of(campaignId, entry.contactId(), entry.state(), entry.since()));
  }

  /** Those in a state, the longest first, after one of them. */
  @Transactional
  List<RsvpEntry> in(long campaignId, RsvpState state, @Nullable RsvpEntry after, int limit) {
    return after == null
        ? sql.list("SELECT contact_id, state, since FROM campaign_rsvp WHERE campaign_id = ? AND state = ? ORDER BY since, contact_id LIMIT ?",
            List.of(campaignId, state, limit), RsvpRepository::read)
        : sql.list("SELECT contact_id, state, since FROM campaign_rsvp WHERE campaign_id = ? AND state = ? AND (since > ? OR since = ? AND contact_id > ?)"
            + " ORDER BY since, contact_id LIMIT ?",
            List.of(campaignId, state, after.since(), after.since(), after.contactId(), limit), RsvpRepository::read);
  }

  @Transactional
  Map<RsvpState, Long> counts(long campaignId) {
    var counts = new EnumMap<RsvpState, Long>(RsvpState.class);
    sql.list("SELECT state, COUNT(*) FROM campaign_rsvp WHERE campaign_id = ? GROUP BY state", List.of(campaignId),
        row -> counts.put(RsvpState.valueOf(row.getString(1)), row.getLong(2)));
    return counts;
  }

  /** Campaigns that a contact has answered. */
  @Transactional
  List<Long> campaignsOf(long contactId) {
    return sql.list("SELECT campaign_id FROM campaign_rsvp WHERE contact_id = ? ORDER BY campaign_id", List.of(contactId), row -> row.getLong(1));
  }

  @Transactional
  void delete(long campaignId, long contactId) {
    sql.update("DELETE FROM campaign_rsvp WHERE campaign_id = ? AND contact_id = ?", List.of(campaignId, contactId));
  }

  private static RsvpEntry read(ResultSet row) throws SQLException {
    return new RsvpEntry(row.getLong("contact_id"), RsvpState.valueOf(row.getString("state")), Statements.instant(row, "since"));
  }
}
