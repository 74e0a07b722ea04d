package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The table {@code mail_failure}. */
@Singleton
class MailFailureRepository {
  private static final int LONGEST_REASON = 24;
  private static final int LONGEST_STATUS = 12;
  private final Statements sql;

  MailFailureRepository(Statements sql) {
    this.sql = sql;
  }

  /**
   * What a report said of an address.
   *
   * @param kind {@code HARD}, {@code SOFT}, {@code BLOCK}, {@code DELAYED} or {@code COMPLAINT}
   * @param suppressed it was the reason to send nothing more there
   * @param sealed the address and, in the next lines, the words of the server
   */
  record Row(long id, long mailId, @Nullable Long messageId, @Nullable Long contactId, @Nullable Long addressId, byte[] addressHash, String kind,
      String reason, @Nullable String status, boolean suppressed, @Nullable Instant liftedAt, Instant at, byte[] sealed) {}

  /** Does nothing when the same report said so before. */
  @Transactional
  void insert(Row r) {
    sql.update("""
        INSERT IGNORE INTO mail_failure (id, mail_id, message_id, contact_id, address_id, address_hash, kind, reason, status, suppressed, at, sealed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", Arrays.asList(r.id(), r.mailId(), r.messageId(), r.contactId(), r.addressId(),
            r.addressHash(), r.kind(), bounded(r.reason(), LONGEST_REASON), r.status() == null ? null : bounded(r.status(), LONGEST_STATUS),
            r.suppressed(), r.at(), r.sealed()));
  }

  private static String bounded(String text, int most) {
    var ascii = text.replaceAll("[^\\x20-\\x7e]", "?");
    return ascii.length() > most ? ascii.substring(0, most) : ascii;
  }

  /** Mails that an address could not take, since an instant and since it was last lifted. */
  @Transactional
  int softSince(byte[] address, Instant since) {
    return sql.first("SELECT COUNT(*) FROM mail_failure WHERE address_hash = ? AND at >= ? AND kind = 'SOFT' AND lifted_at IS NULL",
        List.of(address, since), row -> row.getInt(1)).orElse(0);
  }

  @Transactional
  void lift(byte[] address, Instant now) {
    sql.update("UPDATE mail_failure SET lifted_at = ? WHERE address_hash = ? AND lifted_at IS NULL", List.of(now, address));
  }

  /** Newest first, before an id. */
  @Transactional
  List<Row> before(long id, @Nullable String kind, int limit) {
    return kind == null
        ? sql.list("SELECT * FROM mail_failure WHERE id < ? ORDER BY id DESC LIMIT ?", List.of(id, limit), MailFailureRepository::row)
        : sql.list("SELECT * FROM mail_failure WHERE id < ? AND kind = ? ORDER BY id DESC LIMIT ?", List.of(id, kind, limit),
            MailFailureRepository::row);
  }

  @Transactional
  Optional<Row> find(long id) {
    return sql.first("SELECT * FROM mail_failure WHERE id = ?", List.of(id), MailFailureRepository::row);
  }

  @Transactional
  void deleteOf(long contactId) {
    sql.update("DELETE FROM mail_failure WHERE contact_id = ?", List.of(contactId));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getLong("id"), row.getLong("mail_id"), row.getObject("message_id", Long.class), row.getObject("contact_id", Long.class),
        row.getObject("address_id", Long.class), row.getBytes("address_hash"), row.getString("kind"), row.getString("reason"),
        row.getString("status"), row.getBoolean("suppressed"), Statements.instant(row, "lifted_at"), Statements.instant(row, "at"),
        row.getBytes("sealed"));
  }
}
