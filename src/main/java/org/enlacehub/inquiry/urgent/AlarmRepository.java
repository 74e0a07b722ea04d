package org.enlacehub.inquiry.urgent;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.account.DeskScope;
import org.enlacehub.platform.database.Statements;

/** The table {@code alarm}. */
@Singleton
class AlarmRepository {
  /** That the case of an alarm {@code a} is protected, and the member of staff (?) is not named to it. */
  private static final String HIDDEN = """
      EXISTS (SELECT 1 FROM inquiry i WHERE i.id = a.inquiry_id AND i.restricted = 1
        AND i.id NOT IN (SELECT k.inquiry_id FROM inquiry_keeper k WHERE k.staff_id = ?))
      """;
  private final Statements sql;

  AlarmRepository(Statements sql) {
    this.sql = sql;
  }

  /** False when this inquiry rings already. */
  @Transactional
  boolean insert(Alarm a) {
    return sql.insertNew("""
        INSERT INTO alarm (id, inquiry_id, ringing_slot, ringing, cause, severity, category, reference, desk, concerned, drill_by, raised_at,
          steps_done, next_at)
        VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        Arrays.asList(a.id(), a.inquiryId(), a.inquiryId(), a.cause(), a.severity(), a.category(), a.reference(), a.desk(),
            String.join(",", a.concerned()), a.drillBy(), a.raisedAt(), a.stepsDone(), a.nextAt()));
  }

  /** It climbs from the bottom again, as a graver one or at another desk. */
  @Transactional
  void restart(long id, int severity, String category, String desk, Instant now) {
    sql.update("UPDATE alarm SET severity = ?, category = ?, desk = ?, raised_at = ?, steps_done = 0, next_at = ? WHERE id = ? AND ringing = 1",
        List.of(severity, category, desk, now, now, id));
  }

  /** One alarm; nobody else changes it before the caller's transaction ends. */
  @Transactional
  Optional<Alarm> lock(long id) {
    return sql.first("SELECT * FROM alarm WHERE id = ? FOR UPDATE", List.of(id), AlarmRepository::read);
  }

  @Transactional
  Optional<Alarm> find(long id) {
    return sql.first("SELECT * FROM alarm WHERE id = ?", List.of(id), AlarmRepository::read);
  }

  /** Alarms whose next step is due. */
  @Transactional
  List<Long> due(Instant now, int limit) {
    return sql.list("SELECT id FROM alarm WHERE ringing = 1 AND next_at <= ? ORDER BY next_at, id LIMIT ?", List.of(now, limit),
        row -> row.getLong(1));
  }

  /** Cases whose person has been silent for too long. */
  @Transactional
  List<Long> silent(Instant now, int limit) {
    return sql.list("SELECT id FROM alarm WHERE silence_at <= ? ORDER BY silence_at, id LIMIT ?", List.of(now, limit), row -> row.getLong(1));
  }

  @Transactional
  void stepped(long id, int stepsDone, Instant nextAt) {
    sql.update("UPDATE alarm SET steps_done = ?, next_at = ? WHERE id = ?", List.of(stepsDone, nextAt, id));
  }

  /** Nobody is called any more; {@code by} accepted it, or null when it simply ended. */
  @Transactional
  void quiet(long id, Instant acceptedAt, Long by) {
    sql.update("UPDATE alarm SET ringing = 0, ringing_slot = NULL, next_at = NULL, accepted_at = ?, accepted_by = ? WHERE id = ?",
        Arrays.asList(acceptedAt, by, id));
  }

  @Transactional
  void contacted(long id, Instant now, Long by) {
    sql.update("UPDATE alarm SET contacted_at = ?, contacted_by = ? WHERE id = ? AND contacted_at IS NULL", Arrays.asList(now, by, id));
  }

  @Transactional
  void resolved(long id, Instant now) {
    sql.update("UPDATE alarm SET resolved_at = ?, silence_at = NULL WHERE id = ? AND resolved_at IS NULL", List.of(now, id));
  }

  @Transactional
  void awaitWord(long id, Instant until) {
    sql.update("UPDATE alarm SET silence_at = ? WHERE id = ?", Arrays.asList(until, id));
  }

  /** Those of an inquiry that are not resolved, oldest first, held until the caller's transaction ends. */
  @Transactional
  List<Alarm> lockUnresolved(long inquiryId) {
    return sql.list("SELECT * FROM alarm WHERE inquiry_id = ? AND resolved_at IS NULL ORDER BY raised_at, id FOR UPDATE", List.of(inquiryId),
        AlarmRepository::read);
  }

  /** All of an inquiry, newest first. */
  @Transactional
  List<Alarm> ofInquiry(long inquiryId) {
    return sql.list("SELECT * FROM alarm WHERE inquiry_id = ? ORDER BY raised_at DESC, id DESC", List.of(inquiryId), AlarmRepository::read);
  }

  /** Those that ring for a member of staff: at their desk, concerning it, where they were called, and their own drills; gravest first. */
  @Transactional
  List<Alarm> ringingFor(long staffId, String desk) {
    return sql.list("""
        SELECT * FROM alarm a WHERE ringing = 1
          AND (drill_by = ? OR drill_by IS NULL AND ((desk = ? OR FIND_IN_SET(?, concerned) > 0) AND NOT
            """ + HIDDEN + """
            OR EXISTS (SELECT 1 FROM alarm_step s WHERE s.alarm_id = a.id AND s.staff_id = ?)))
        ORDER BY severity, raised_at, id LIMIT 20""", List.of(staffId, desk, desk, staffId, staffId), AlarmRepository::read);
  }

  /** The newest alarms of a scope that a member of staff may see, for the record. */
  @Transactional
  List<Alarm> newest(DeskScope scope, long staffId, int limit) {
    return switch (scope) {
      case DeskScope.All() -> sql.list("SELECT * FROM alarm a WHERE NOT " + HIDDEN + " ORDER BY raised_at DESC, id DESC LIMIT ?",
          List.of(staffId, limit), AlarmRepository::read);
      case DeskScope.Only(var desk) -> sql.list("SELECT * FROM alarm a WHERE desk = ? AND NOT " + HIDDEN
          + " ORDER BY raised_at DESC, id DESC LIMIT ?", List.of(desk, staffId, limit), AlarmRepository::read);
      case DeskScope.None() -> List.of();
    };
  }

  private static Alarm read(ResultSet row) throws SQLException {
    var concerned = row.getString("concerned");
    return new Alarm(row.getLong("id"), number(row, "inquiry_id"), row.getBoolean("ringing"), Alarm.Cause.valueOf(row.getString("cause")),
        row.getInt("severity"), row.getString("category"), row.getString("reference"), row.getString("desk"),
        concerned.isEmpty() ? List.of() : List.of(concerned.split(",")), number(row, "drill_by"), Statements.instant(row, "raised_at"),
        row.getInt("steps_done"), Statements.instant(row, "next_at"), Statements.instant(row, "accepted_at"), number(row, "accepted_by"),
        Statements.instant(row, "contacted_at"), number(row, "contacted_by"), Statements.instant(row, "resolved_at"),
        Statements.instant(row, "silence_at"));
  }

  private static Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
