package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.platform.database.Statements;

/** The tables {@code campaign}, {@code campaign_approval} and {@code campaign_event}. */
@Singleton
class CampaignRepository {
  private final Statements sql;

  CampaignRepository(Statements sql) {
    this.sql = sql;
  }

  /** False when the slug is taken. */
  @Transactional
  boolean insert(Campaign c, String purpose) {
    return sql.update("INSERT IGNORE INTO campaign (id, slug, source, state, purpose, author_id, created_at, changed_at)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(c.id(), c.slug(), c.source(), c.state(), purpose, c.authorId(), c.createdAt(), c.changedAt())) == 1;
  }

  /** Replaces the words of a draft; false when it is none any more. */
  @Transactional
  boolean rewrite(long id, String source, String purpose, Instant now) {
    return sql.update("UPDATE campaign SET source = ?, purpose = ?, changed_at = ? WHERE id = ? AND state = 'DRAFT'",
        List.of(source, purpose, now, id)) == 1;
  }

  /** Moves a campaign on, when it is still where the caller believes it is: of two who press at once one succeeds. */
  @Transactional
  boolean move(long id, Set<CampaignState> from, CampaignState to, @Nullable String stopReason, Instant now) {
    var parameters = new ArrayList<Object>(Arrays.asList(to, stopReason, now, to.ended() ? now : null, id));
    from.forEach(parameters::add);
    return sql.update("UPDATE campaign SET state = ?, stop_reason = ?, changed_at = ?, finished_at = ? WHERE id = ? AND state IN ("
        + Statements.marks(from.size()) + ")", parameters) == 1;
  }

  @Transactional
  void plan(long id, @Nullable Instant nextStart) {
    sql.update("UPDATE campaign SET next_start_at = ? WHERE id = ?", Arrays.asList(nextStart, id));
  }

  /** Its first start, and the day from which a rule counts. */
  @Transactional
  void planFirst(long id, boolean atOnce, LocalDate anchor, Instant start) {
    sql.update("UPDATE campaign SET at_once = ?, anchor = ?, next_start_at = ? WHERE id = ?", List.of(atOnce, anchor, start, id));
  }

  /** What approvers judge: the template's version, how many people, at what cost. */
  @Transactional
  void submitted(long id, @Nullable String templateVersion, @Nullable String secondVersion, long people, @Nullable BigDecimal estimate) {
    sql.update("UPDATE campaign SET template_version = ?, second_version = ?, people = ?, estimate = ? WHERE id = ?",
        Arrays.asList(templateVersion, secondVersion, people, estimate, id));
  }

  /** Ended early, and perhaps with messages that have not been called back. */
  @Transactional
  List<Campaign> toClose(int limit) {
    return sql.list("SELECT * FROM campaign WHERE closed_at IS NULL AND state IN ('CANCELLED', 'EXPIRED') ORDER BY id LIMIT ?", List.of(limit),
        CampaignRepository::read);
  }

  @Transactional
  void close(long id, Instant now) {
    sql.update("UPDATE campaign SET closed_at = ? WHERE id = ?", List.of(now, id));
  }

  /** Those that started, or will start, between two moments. */
  @Transactional
  List<Campaign> around(Instant from, Instant to, int limit) {
    return sql.list("SELECT * FROM campaign c WHERE c.state IN ('SCHEDULED', 'RUNNING', 'PAUSED', 'COMPLETED') AND (c.next_start_at <= ?"
        + " OR EXISTS (SELECT 1 FROM campaign_run r WHERE r.campaign_id = c.id AND r.started_at >= ?)) ORDER BY c.id DESC LIMIT ?",
        List.of(to, from, limit), CampaignRepository::read);
  }

  /** Wait for people: for an approval, or to be scheduled. */
  @Transactional
  List<Campaign> waiting(int limit) {
    return sql.list("SELECT * FROM campaign WHERE state IN ('IN_REVIEW', 'APPROVED') ORDER BY id LIMIT ?", List.of(limit),
        CampaignRepository::read);
  }

  @Transactional
  void guardsOff(long id) {
    sql.update("UPDATE campaign SET guards_off = 1 WHERE id = ?", List.of(id));
  }

  /** Whether this person wrote or changed it, and so cannot approve it. */
  @Transactional
  boolean wrote(long id, long staffId) {
    return sql.first("SELECT 1 FROM campaign_event WHERE campaign_id = ? AND staff_id = ? AND act IN ('create', 'edit') LIMIT 1",
        List.of(id, staffId), row -> true).orElse(false);
  }

  /** As {@link #find(long)}, and nobody else moves it before the caller's transaction ends. */
  @Transactional
  Optional<Campaign> lock(long id) {
    return sql.first("SELECT * FROM campaign WHERE id = ? FOR UPDATE", List.of(id), CampaignRepository::read);
  }

  /** The number of the start that begins now; null when another node began it, so that a start happens once. */
  @Transactional
  @Nullable Integer beginRun(long id, Instant plannedAt) {
    int claimed = sql.update("UPDATE campaign SET runs = runs + 1, next_start_at = NULL WHERE id = ? AND state IN ('SCHEDULED', 'RUNNING')"
        + " AND next_start_at = ?", List.of(id, plannedAt));
    return claimed == 1 ? sql.first("SELECT runs FROM campaign WHERE id = ?", List.of(id), row -> row.getInt(1)).orElse(null) : null;
  }

  @Transactional
  Optional<Campaign> find(long id) {
    return sql.first("SELECT * FROM campaign WHERE id = ?", List.of(id), CampaignRepository::read);
  }

  @Transactional
  Optional<Campaign> findBySlug(String slug) {
    return sql.first("SELECT * FROM campaign WHERE slug = ?", List.of(slug), CampaignRepository::read);
  }

  @Transactional
  List<Campaign> page(@Nullable Instant beforeAt, long beforeId, int limit) {
    return beforeAt == null
        ? sql.list("SELECT * FROM campaign ORDER BY created_at DESC, id DESC LIMIT ?", List.of(limit + 1), CampaignRepository::read)
        : sql.list("SELECT * FROM campaign WHERE created_at < ? OR (created_at = ? AND id < ?) ORDER BY created_at DESC, id DESC LIMIT ?",
            List.of(beforeAt, beforeAt, beforeId, limit + 1), CampaignRepository::read);
  }

  @Transactional
  List<Campaign> inState(CampaignState state, int limit) {
    return sql.list("SELECT * FROM campaign WHERE state = ? ORDER BY next_start_at, id LIMIT ?", List.of(state, limit), CampaignRepository::read);
  }

  /** The last to be completed. */
  @Transactional
  List<Campaign> lastCompleted(int limit) {
    return sql.list("SELECT * FROM campaign WHERE state = 'COMPLETED' ORDER BY finished_at DESC LIMIT ?", List.of(limit), CampaignRepository::read);
  }

  @Transactional
  int count(CampaignState state) {
    return sql.first("SELECT COUNT(*) FROM campaign WHERE state = ?", List.of(state), row -> row.getInt(1)).orElse(0);
  }

  /** Those of which something may go out later. */
  @Transactional
  List<Campaign> planned() {
    return sql.list("SELECT * FROM campaign WHERE state IN ('IN_REVIEW', 'APPROVED', 'SCHEDULED', 'RUNNING', 'PAUSED') ORDER BY id LIMIT 2500",
        List.of(), CampaignRepository::read);
  }

  /** Those whose start is due. */
  @Transactional
  List<Campaign> due(Instant now, int limit) {
    return sql.list("SELECT * FROM campaign WHERE state IN ('SCHEDULED', 'RUNNING') AND next_start_at <= ? ORDER BY next_start_at, id LIMIT ?",
        List.of(now, limit), CampaignRepository::read);
  }

  /** Adds an approval; returns how many there are then. */
  @Transactional
  int approve(long id, long staffId, Instant now) {
    sql.update("INSERT IGNORE INTO campaign_approval (campaign_id, staff_id, at) VALUES (?, ?, ?)", List.of(id, staffId, now));
    return sql.first("SELECT COUNT(*) FROM campaign_approval WHERE campaign_id = ?", List.of(id), row -> row.getInt(1)).orElse(0);
  }

  @Transactional
  void forgetApprovals(long id) {
    sql.update("DELETE FROM campaign_approval WHERE campaign_id = ?", List.of(id));
  }

  @Transactional
  void event(long eventId, long id, CampaignEvent event) {
    sql.update("INSERT INTO campaign_event (id, campaign_id, at, staff_id, act, detail) VALUES (?, ?, ?, ?, ?, ?)",
        Arrays.asList(eventId, id, event.at(), event.staffId(), event.act(), event.detail()));
  }

  @Transactional
  List<CampaignEvent> events(long id, int limit) {
    return sql.list("SELECT * FROM campaign_event WHERE campaign_id = ? ORDER BY at DESC, id DESC LIMIT ?", List.of(id, limit), row -> {
      long staff = row.getLong("staff_id");
      return new CampaignEvent(Statements.instant(row, "at"), row.wasNull() ? null : staff, row.getString("act"), row.getString("detail"));
    });
  }

  private static Campaign read(ResultSet row) throws SQLException {
    return new Campaign(row.getLong("id"), row.getString("slug"), row.getString("source"), CampaignState.valueOf(row.getString("state")),
        row.getLong("author_id"), row.getString("template_version"), row.getString("second_version"), row.getInt("runs"), Statements.instant(row, "next_start_at"),
        row.getBoolean("at_once"), row.getBoolean("guards_off"), row.getString("stop_reason"),
        row.getObject("anchor", LocalDate.class), row.getObject("people", Long.class), row.getBigDecimal("estimate"), Statements.instant(row, "created_at"),
        Statements.instant(row, "changed_at"), Statements.instant(row, "finished_at"));
  }
}
