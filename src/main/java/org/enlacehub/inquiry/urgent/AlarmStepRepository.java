package org.enlacehub.inquiry.urgent;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.database.Statements;

/** The table {@code alarm_step}: the record, to which is only added. */
@Singleton
class AlarmStepRepository {
  private final Statements sql;

  AlarmStepRepository(Statements sql) {
    this.sql = sql;
  }

  @Transactional
  void insert(AlarmStep s) {
    sql.update("""
        INSERT INTO alarm_step (id, alarm_id, at, what, called, desk, person, staff_id, channel, message_id, address_key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", Arrays.asList(s.id(), s.alarmId(), s.at(), s.what(), s.called(), s.desk(), s.person(),
        s.staffId(), s.channel(), s.messageId(), s.addressKey()));
  }

  /** Of several alarms, in the order in which they happened. */
  @Transactional
  List<AlarmStep> of(Collection<Long> alarmIds) {
    return alarmIds.isEmpty() ? List.of() : sql.list("SELECT * FROM alarm_step WHERE alarm_id IN (" + Statements.marks(alarmIds.size())
        + ") ORDER BY at, id", List.copyOf(alarmIds), AlarmStepRepository::read);
  }

  /** The newest call to an address since an instant, those of ringing alarms first; empty when it was not called. */
  @Transactional
  Optional<AlarmStep> callTo(byte[] addressKey, Instant since) {
    return sql.first("""
        SELECT s.* FROM alarm_step s JOIN alarm a ON a.id = s.alarm_id WHERE s.address_key = ? AND s.at > ?
        ORDER BY a.ringing DESC, s.at DESC, s.id DESC LIMIT 1""", List.of(addressKey, since), AlarmStepRepository::read);
  }

  @Transactional
  boolean called(long alarmId, long staffId) {
    return sql.first("SELECT id FROM alarm_step WHERE alarm_id = ? AND staff_id = ? LIMIT 1", List.of(alarmId, staffId),
        row -> row.getLong(1)).isPresent();
  }

  private static AlarmStep read(ResultSet row) throws SQLException {
    var called = row.getString("called");
    var channel = row.getString("channel");
    long staff = row.getLong("staff_id");
    Long staffId = row.wasNull() ? null : (Long) staff;
    long message = row.getLong("message_id");
    Long messageId = row.wasNull() ? null : (Long) message;
    return new AlarmStep(row.getLong("id"), row.getLong("alarm_id"), Statements.instant(row, "at"),
        AlarmStep.What.valueOf(row.getString("what")), called == null ? null : Called.valueOf(called), row.getString("desk"),
        row.getString("person"), staffId, channel == null ? null : Channel.valueOf(channel), messageId, row.getBytes("address_key"));
  }
}
