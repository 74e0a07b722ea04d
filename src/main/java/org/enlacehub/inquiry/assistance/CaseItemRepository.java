package org.enlacehub.inquiry.assistance;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.Sight;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.database.Statements;

/** The table {@code case_item}; words go in and come out sealed under the contact's key. */
@Singleton
class CaseItemRepository {
  private static final String COLUMN = "case_item.sealed";
  private static final String FROM = " FROM case_item c JOIN inquiry i ON i.id = c.inquiry_id WHERE ";
  private static final String ITEMS = "SELECT c.*, i.reference, i.desk, i.severity" + FROM;
  private static final String OPEN_TASKS = "c.kind = 'TASK' AND c.done_at IS NULL";
  private static final Argument<Map<String, String>> VALUES = Argument.mapOf(String.class, String.class);
  private final Statements sql;
  private final ContactKeys keys;
  private final ObjectMapper json;

  CaseItemRepository(Statements sql, ContactKeys keys, ObjectMapper json) {
    this.sql = sql;
    this.keys = keys;
    this.json = json;
  }

  /** False when the person was erased. */
  @Transactional
  boolean insert(CaseItem item, Inquiry inquiry) {
    return keys.sealer(inquiry.contactId()).map(sealer -> sql.update("""
        INSERT INTO case_item (id, inquiry_id, contact_id, kind, sealed, due_on, staff_id, done_at, written_by, written_at, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        Arrays.asList(item.id(), inquiry.id(), inquiry.contactId(), item.kind(), sealed(item, sealer), item.dueOn(), item.staffId(),
            item.doneAt(), item.writtenBy(), item.writtenAt(), item.version()))).isPresent();
  }

  /** False when it has another version by now, or the person was erased. */
  @Transactional
  boolean update(CaseItem item, Inquiry inquiry) {
    return keys.sealer(inquiry.contactId()).map(sealer -> sql.update("""
        UPDATE case_item SET sealed = ?, due_on = ?, staff_id = ?, done_at = ?, written_by = ?, written_at = ?, version = ?
        WHERE id = ? AND inquiry_id = ? AND version = ?""",
        Arrays.asList(sealed(item, sealer), item.dueOn(), item.staffId(), item.doneAt(), item.writtenBy(), item.writtenAt(), item.version(),
            item.id(), inquiry.id(), item.version() - 1)) == 1).orElse(false);
  }

  @Transactional
  boolean delete(long id, long inquiryId) {
    return sql.update("DELETE FROM case_item WHERE id = ? AND inquiry_id = ?", List.of(id, inquiryId)) == 1;
  }

  @Transactional
  void deleteOf(long contactId) {
    sql.update("DELETE FROM case_item WHERE contact_id = ?", List.of(contactId));
  }

  /** All of a matter, in the order in which they came. */
  @Transactional
  List<CaseItem> of(Inquiry inquiry) {
    return opened(ITEMS + "c.inquiry_id = ? ORDER BY c.id", List.of(inquiry.id())).stream().map(OpenTask::item).toList();
  }

  @Transactional
  int count(long inquiryId) {
    return sql.first("SELECT COUNT(*) FROM case_item WHERE inquiry_id = ?", List.of(inquiryId), row -> row.getInt(1)).orElse(0);
  }

  @Transactional
  Optional<CaseItem> find(long id, Inquiry inquiry) {
    return opened(ITEMS + "c.id = ? AND c.inquiry_id = ?", List.of(id, inquiry.id())).stream().map(OpenTask::item).findFirst();
  }

  /**
   * Open tasks of the matters that may be seen, the nearest day first, those without one last.
   *
   * @param staffId only this person's; null for everybody's
   */
  @Transactional
  List<OpenTask> openTasks(Sight sight, @Nullable Long staffId, int limit) {
    var query = new StringBuilder(ITEMS).append(OPEN_TASKS);
    var parameters = new ArrayList<Object>();
    ofStaff(staffId, query, parameters);
    sight.narrow("i.", query, parameters);
    parameters.add(limit);
    return opened(query + " ORDER BY c.due_on IS NULL, c.due_on, c.id LIMIT ?", parameters);
  }

  /** How many of a person's tasks are due by a day. */
  @Transactional
  int dueTasks(Sight sight, long staffId, LocalDate until) {
    var query = new StringBuilder("SELECT COUNT(*)").append(FROM).append(OPEN_TASKS).append(" AND c.due_on <= ?");
    var parameters = new ArrayList<Object>(List.of(until));
    ofStaff(staffId, query, parameters);
    sight.narrow("i.", query, parameters);
    return sql.first(query.toString(), parameters, row -> row.getInt(1)).orElse(0);
  }

  /** An entry with its words closed. */
  private record Sealed(OpenTask task, long contactId, byte[] words) {}

  /** Entries with their words, each under the key of the person of the matter in which it was written. */
  private List<OpenTask> opened(String query, List<?> parameters) {
    var rows = sql.list(query, parameters, CaseItemRepository::read);
    var sealers = keys.sealers(rows.stream().map(Sealed::contactId).collect(Collectors.toSet()));
    return rows.stream().map(row -> opened(row, sealers.get(row.contactId()))).toList();
  }

  private OpenTask opened(Sealed row, @Nullable Sealer sealer) {
    var task = row.task();
    var values = sealer == null ? Map.<String, String>of() : values(sealer.open(COLUMN, task.item().id(), row.words()));
    return new OpenTask(task.item().with(values), task.reference(), task.desk(), task.severity());
  }

  private static void ofStaff(@Nullable Long staffId, StringBuilder query, List<Object> parameters) {
    if (staffId != null) {
      query.append(" AND c.staff_id = ?");
      parameters.add(staffId);
    }
  }

  private byte[] sealed(CaseItem item, Sealer sealer) {
    try {
      return sealer.seal(COLUMN, item.id(), json.writeValueAsString(VALUES, item.values()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> values(String text) {
    try {
      return json.readValue(text, VALUES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sealed read(ResultSet row) throws SQLException {
    long staff = row.getLong("staff_id");
    boolean given = !row.wasNull();
    var item = new CaseItem(row.getLong("id"), row.getLong("inquiry_id"), CaseKind.valueOf(row.getString("kind")), Map.of(),
        row.getObject("due_on", LocalDate.class), given ? staff : null, Statements.instant(row, "done_at"), row.getLong("written_by"),
        Statements.instant(row, "written_at"), row.getInt("version"));
    return new Sealed(new OpenTask(item, row.getString("reference"), row.getString("desk"), row.getInt("severity")), row.getLong("contact_id"),
        row.getBytes("sealed"));
  }
}
