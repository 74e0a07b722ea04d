package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.database.Statements;

/** The table {@code inquiry}. */
@Singleton
class InquiryRepository {
  private final Statements sql;

  InquiryRepository(Statements sql) {
    this.sql = sql;
  }

  /** False when the reference, or the person's one open place, is taken. */
  @Transactional
  boolean insert(Inquiry i) {
    return sql.insertNew("""
        INSERT INTO inquiry (id, reference, contact_id, open_slot, desk, state, severity, category, topic, language, flags, channel,
          address_id, owner_id, routed, waiting_since, due_at, first_reply_at, last_activity_at, last_in_entry, created_at, closed_at,
          outcome, restricted, split_from, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""",
        Arrays.asList(i.id(), i.reference(), i.contactId(), i.main() ? i.contactId() : null, i.desk(), i.state(), i.severity(), i.category(), i.topic(),
            i.language(), String.join(",", i.flags()), i.channel(), i.addressId(), i.ownerId(), i.routed(), i.waitingSince(), i.dueAt(),
            i.firstReplyAt(), i.lastActivityAt(), i.lastInEntry(), i.createdAt(), i.closedAt(), i.outcome(),
            i.restricted(), i.kin().splitFrom()));
  }

  /**
   * Writes what may change of an inquiry, when it still has the version from which this one was made.
   *
   * @return false when somebody changed it meanwhile
   */
  @Transactional
  boolean update(Inquiry i) {
    return sql.update("""
        UPDATE inquiry SET open_slot = ?, desk = ?, state = ?, severity = ?, category = ?, topic = ?, language = ?, flags = ?, channel = ?,
          address_id = ?, owner_id = ?, routed = ?, waiting_since = ?, due_at = ?, first_reply_at = ?, last_activity_at = ?,
          last_in_entry = ?, closed_at = ?, outcome = ?, left_desk = ?, left_at = ?, snoozed_until = ?, closing_by = ?, closing_outcome = ?, restricted = ?,
          split_from = ?, merged_into = ?, version = version + 1
        WHERE id = ? AND version = ?""",
        Arrays.asList(i.main() ? i.contactId() : null, i.desk(), i.state(), i.severity(), i.category(), i.topic(), i.language(),
            String.join(",", i.flags()), i.channel(), i.addressId(), i.ownerId(), i.routed(), i.waitingSince(), i.dueAt(),
            i.firstReplyAt(), i.lastActivityAt(), i.lastInEntry(), i.closedAt(), i.outcome(), i.leftDesk(),
            i.leftAt(), i.snoozedUntil(), i.closing() == null ? null : i.closing().by(),
            i.closing() == null ? null : i.closing().outcome(), i.restricted(), i.kin().splitFrom(),
            i.kin().mergedInto(), i.id(), i.version() - 1)) == 1;
  }

  /** As {@link #update} for one whose row is held, so that nobody can have changed it. */
  @Transactional
  void save(Inquiry i) {
    if (!update(i)) {
      throw new IllegalStateException("inquiry " + i.id() + " changed while its row was held");
    }
  }

  @Transactional
  Optional<Inquiry> find(long id, Sight sight) {
    var query = new StringBuilder("SELECT * FROM inquiry WHERE id = ?");
    var parameters = InquiryFilter.parameters(id);
    sight.narrow(query, parameters);
    return sql.first(query.toString(), parameters, InquiryRepository::read);
  }

  /** As {@link #find}, and nobody else changes it before the caller's transaction ends. */
  @Transactional
  Optional<Inquiry> lock(long id, Sight sight) {
    var query = new StringBuilder("SELECT * FROM inquiry WHERE id = ?");
    var parameters = InquiryFilter.parameters(id);
    sight.narrow(query, parameters);
    return sql.first(query + " FOR UPDATE", parameters, InquiryRepository::read);
  }

  /** The person's open inquiry, else the newest of the ended ones. */
  @Transactional
  Optional<Inquiry> newestOf(long contactId) {
    return newestOf(List.of(contactId));
  }

  /** As {@link #newestOf(long)}, of a person who is known under several ids ({@code Contacts.lineage}). */
  @Transactional
  Optional<Inquiry> newestOf(List<Long> contactIds) {
    return sql.first("SELECT * FROM inquiry WHERE contact_id IN (" + Statements.marks(contactIds.size())
        + ") ORDER BY open_slot IS NULL, state = 'CLOSED', created_at DESC, id DESC LIMIT 1 FOR UPDATE", contactIds, InquiryRepository::read);
  }

  @Transactional
  Optional<Inquiry> byReference(long contactId, String reference) {
    return sql.first("SELECT * FROM inquiry WHERE reference = ? AND contact_id = ?", List.of(reference, contactId), InquiryRepository::read);
  }

  @Transactional
  List<Inquiry> ofContact(long contactId, Sight sight, int limit) {
    return ofContacts(List.of(contactId), sight, limit);
  }

  /** As {@link #ofContact}, of a person who is known under several ids. */
  @Transactional
  List<Inquiry> ofContacts(List<Long> contactIds, Sight sight, int limit) {
    var query = new StringBuilder("SELECT * FROM inquiry WHERE contact_id IN (" + Statements.marks(contactIds.size()) + ")");
    var parameters = new ArrayList<Object>(contactIds);
    sight.narrow(query, parameters);
    parameters.add(limit);
    return sql.list(query + " ORDER BY created_at DESC, id DESC LIMIT ?", parameters, InquiryRepository::read);
  }

  /** In the order of the queue: severity, deadline, id; after the given key. One row more than the limit tells that more follow. */
  @Transactional
  List<Inquiry> queue(InquiryFilter filter, Sight sight, @Nullable QueueKey after, int limit) {
    var query = new StringBuilder("SELECT * FROM inquiry WHERE 1 = 1");
    var parameters = new ArrayList<Object>();
    filter.conditions(sight, query, parameters);
    if (after != null) {
      query.append(" AND (severity > ? OR (severity = ? AND (due_at > ? OR (due_at = ? AND id > ?))))");
      parameters.addAll(List.of(after.severity(), after.severity(), after.dueAt(), after.dueAt(), after.id()));
    }
    parameters.add(limit + 1);
    return sql.list(query + " ORDER BY severity, due_at, id LIMIT ?", parameters, InquiryRepository::read);
  }

  /** Says that something is new, without a change of the inquiry itself. */
  @Transactional
  void touch(long id, Instant now) {
    sql.update("UPDATE inquiry SET last_activity_at = ? WHERE id = ? AND last_activity_at < ?", List.of(now, id, now));
  }

  /**
   * How many lie in the folders of an officer, in one statement.
   *
   * @param dueBefore a deadline before this counts as due
   */
  @Transactional
  QueueCounts counts(Sight sight, long staffId, Instant dueBefore) {
    var query = new StringBuilder("""
        SELECT SUM(state = 'OPEN') open, SUM(state = 'OPEN' AND owner_id = ?) mine, SUM(state = 'OPEN' AND owner_id IS NULL) unassigned,
          SUM(state = 'OPEN' AND severity <= 2) urgent, SUM(state = 'OPEN' AND due_at < ?) due, SUM(state = 'WAITING') waiting,
          SUM(state = 'SNOOZED') snoozed,
          SUM(id IN (SELECT d.inquiry_id FROM inquiry_draft d WHERE d.staff_id = ?)) drafts,
          SUM(id IN (SELECT m.inquiry_id FROM inquiry_mention m WHERE m.staff_id = ? AND m.read_at IS NULL)) mentioned
        FROM inquiry WHERE state IN ('OPEN', 'WAITING', 'SNOOZED')""");
    var parameters = InquiryFilter.parameters(staffId, dueBefore, staffId, staffId);
    sight.narrow(query, parameters);
    return sql.first(query.toString(), parameters, row -> new QueueCounts(row.getInt("open"), row.getInt("mine"), row.getInt("unassigned"),
        row.getInt("urgent"), row.getInt("due"), row.getInt("waiting"), row.getInt("snoozed"), row.getInt("drafts"),
        row.getInt("mentioned"))).orElseThrow();
  }

  /** Matters that were put off and whose day, or deadline, has come. */
  @Transactional
  List<Long> awake(Instant now, int limit) {
    return sql.list("SELECT id FROM inquiry WHERE state = 'SNOOZED' AND (snoozed_until <= ? OR due_at <= ?) ORDER BY id LIMIT ?",
        List.of(now, now, limit), row -> row.getLong(1));
  }

  /** Protected matters that are not closed, in order of id. */
  @Transactional
  List<Long> protectedOpen(long afterId, int limit) {
    return sql.list("SELECT id FROM inquiry WHERE restricted = 1 AND state IN ('OPEN', 'WAITING', 'SNOOZED') AND id > ? ORDER BY id LIMIT ?",
        List.of(afterId, limit), row -> row.getLong(1));
  }

  /** Whether one of the matters of a person is protected and not seen, at whatever desk it lies. */
  @Transactional
  boolean anyHidden(List<Long> contactIds, Sight sight) {
    var parameters = new ArrayList<Object>(contactIds);
    parameters.add(sight.staffId());
    return !sight.whole() && sql.first("SELECT 1 FROM inquiry WHERE contact_id IN (" + Statements.marks(contactIds.size())
        + ") AND restricted = 1 AND id NOT IN (SELECT k.inquiry_id FROM inquiry_keeper k WHERE k.staff_id = ?) LIMIT 1", parameters,
        row -> true).isPresent();
  }

  /** How many wait at a desk, by severity. */
  @Transactional
  Map<Integer, Integer> openBySeverity(Sight sight) {
    var query = new StringBuilder("SELECT severity, COUNT(*) n FROM inquiry WHERE state = 'OPEN'");
    var parameters = new ArrayList<Object>();
    sight.narrow(query, parameters);
    var counts = new HashMap<Integer, Integer>();
    sql.list(query + " GROUP BY severity", parameters, row -> counts.put(row.getInt("severity"), row.getInt("n")));
    return counts;
  }

  /** The person's oldest open matter that waits; empty when none does. */
  @Transactional
  Optional<Instant> oldestWaiting(Sight sight) {
    var query = new StringBuilder("SELECT MIN(waiting_since) oldest FROM inquiry WHERE state = 'OPEN'");
    var parameters = new ArrayList<Object>();
    sight.narrow(query, parameters);
    return sql.first(query.toString(), parameters, row -> Optional.ofNullable(Statements.instant(row, "oldest"))).flatMap(o -> o);
  }

  /** Inquiries with something new since an instant, for live pages; no words. */
  @Transactional
  List<Change> changedSince(Instant since, int limit) {
    return sql.list("SELECT id, desk, left_desk, left_at, severity, restricted, last_activity_at FROM inquiry WHERE last_activity_at > ?"
        + " ORDER BY last_activity_at, id LIMIT ?", List.of(since, limit), row -> {
          var leftAt = Statements.instant(row, "left_at");
          return new Change(row.getLong("id"), row.getString("desk"), leftAt != null && leftAt.isAfter(since) ? row.getString("left_desk") : null,
              row.getInt("severity"), row.getBoolean("restricted"), Statements.instant(row, "last_activity_at"));
        });
  }

  /** The key after which a page of the queue begins. */
  record QueueKey(int severity, Instant dueAt, long id) {}

  /** That something is new in an inquiry; {@code left} is the desk that it left just now, null mostly. */
  record Change(long id, String desk, @Nullable String left, int severity, boolean restricted, Instant at) {}

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static Inquiry read(ResultSet row) throws SQLException {
    var flags = row.getString("flags");
    var closingOutcome = row.getString("closing_outcome");
    return new Inquiry(row.getLong("id"), row.getString("reference"), row.getLong("contact_id"), row.getString("desk"),
        InquiryState.valueOf(row.getString("state")), row.getInt("severity"), row.getString("category"), row.getString("topic"),
        row.getString("language"), flags.isEmpty() ? List.of() : List.of(flags.split(",")), Channel.valueOf(row.getString("channel")),
        row.getLong("address_id"), number(row, "owner_id"), row.getBoolean("routed"), Statements.instant(row, "waiting_since"),
        Statements.instant(row, "due_at"), Statements.instant(row, "first_reply_at"), Statements.instant(row, "last_activity_at"),
        number(row, "last_in_entry"), Statements.instant(row, "created_at"), Statements.instant(row, "closed_at"), row.getString("outcome"),
        row.getString("left_desk"), Statements.instant(row, "left_at"), Statements.instant(row, "snoozed_until"),
        closingOutcome == null ? null : new Inquiry.Closing(row.getLong("closing_by"), closingOutcome), row.getBoolean("restricted"),
        new Inquiry.Kin(number(row, "split_from"), number(row, "merged_into")), row.getInt("version"));
  }
}
