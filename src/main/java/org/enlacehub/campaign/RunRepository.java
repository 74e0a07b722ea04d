package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** The table {@code campaign_run}. */
@Singleton
class RunRepository {
  private final Statements sql;

  RunRepository(Statements sql) {
    this.sql = sql;
  }

  @Transactional
  void begin(long campaignId, int run, Instant plannedAt, Instant now) {
    sql.update("INSERT IGNORE INTO campaign_run (campaign_id, run, state, planned_at, started_at) VALUES (?, ?, 'EXPANDING', ?, ?)",
        List.of(campaignId, run, plannedAt, now));
  }

  @Transactional
  void audience(CampaignRun run, long snapshotId, long people) {
    sql.update("UPDATE campaign_run SET snapshot_id = ?, people = ? WHERE campaign_id = ? AND run = ?",
        List.of(snapshotId, people, run.campaignId(), run.run()));
  }

  @Transactional
  void content(CampaignRun run, long contentId, @Nullable Long secondContentId) {
    sql.update("UPDATE campaign_run SET content_id = ?, second_content_id = ? WHERE campaign_id = ? AND run = ?",
        Arrays.asList(contentId, secondContentId, run.campaignId(), run.run()));
  }

  @Transactional
  void reached(CampaignRun run, long afterContact) {
    sql.update("UPDATE campaign_run SET after_contact = ? WHERE campaign_id = ? AND run = ?",
        List.of(afterContact, run.campaignId(), run.run()));
  }

  @Transactional
  void expanded(CampaignRun run, Instant now) {
    sql.update("UPDATE campaign_run SET state = 'EXPANDED', expanded_at = ? WHERE campaign_id = ? AND run = ?",
        List.of(now, run.campaignId(), run.run()));
  }

  /** Starts of running campaigns whose audience has not wholly become messages. */
  @Transactional
  List<CampaignRun> unfinished(int limit) {
    return sql.list("SELECT r.* FROM campaign_run r JOIN campaign c ON c.id = r.campaign_id AND c.state = 'RUNNING'"
        + " WHERE r.state = 'EXPANDING' ORDER BY r.campaign_id, r.run LIMIT ?", List.of(limit), RunRepository::read);
  }

  /** Starts that were planned for these days; a day more on either side, for zones differ. */
  @Transactional
  List<CampaignRun> between(Instant from, Instant to) {
    return sql.list("SELECT * FROM campaign_run WHERE planned_at BETWEEN ? AND ? ORDER BY planned_at LIMIT 5000",
        List.of(from.minus(Duration.ofDays(1)), to.plus(Duration.ofDays(1))), RunRepository::read);
  }

  /** How many people the last starts had, in order of size. */
  @Transactional
  List<Long> sizes(int limit) {
    return sql.list("SELECT people FROM (SELECT people FROM campaign_run WHERE people > 0 ORDER BY started_at DESC LIMIT ?) last"
        + " ORDER BY people", List.of(limit), row -> row.getLong(1));
  }

  @Transactional
  List<CampaignRun> of(long campaignId) {
    return sql.list("SELECT * FROM campaign_run WHERE campaign_id = ? ORDER BY run", List.of(campaignId), RunRepository::read);
  }

  private static CampaignRun read(ResultSet row) throws SQLException {
    return new CampaignRun(row.getLong("campaign_id"), row.getInt("run"), Statements.instant(row, "planned_at"),
        row.getObject("snapshot_id", Long.class), row.getObject("content_id", Long.class), row.getObject("second_content_id", Long.class), row.getLong("after_contact"), row.getLong("people"), Statements.instant(row, "started_at"),
        Statements.instant(row, "expanded_at"));
  }
}
