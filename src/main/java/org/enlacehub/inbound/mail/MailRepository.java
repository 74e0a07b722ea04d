package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The tables {@code mail} and {@code mail_piece}. */
@Singleton
class MailRepository {
  private static final String COLUMNS = "id, mailbox, uid, state, kind, contact_id, about_message, bytes, cut, head, received_at";
  private final Statements sql;

  MailRepository(Statements sql) {
    this.sql = sql;
  }

  /**
   * A stored mail.
   *
   * @param head sealed; null before it was sorted
   */
  record Row(long id, String mailbox, long uid, String state, @Nullable MailKind kind, @Nullable Long contactId, @Nullable Long aboutMessage,
      long bytes, boolean cut, byte @Nullable [] head, Instant receivedAt) {}

  @Transactional
  void insert(long id, String mailbox, long uid, String state, Instant now) {
    sql.update("INSERT INTO mail (id, mailbox, uid, state, bytes, received_at, try_at) VALUES (?, ?, ?, ?, 0, ?, ?)",
        List.of(id, mailbox, uid, state, now, now));
  }

  @Transactional
  void insertPiece(long id, int number, byte[] sealed) {
    sql.update("INSERT INTO mail_piece (mail_id, number, sealed) VALUES (?, ?, ?)", List.of(id, number, sealed));
  }

  @Transactional
  void replacePiece(long id, int number, byte[] sealed) {
    sql.update("UPDATE mail_piece SET sealed = ? WHERE mail_id = ? AND number = ?", List.of(sealed, id, number));
  }

  @Transactional
  Optional<byte[]> piece(long id, int number) {
    return sql.first("SELECT sealed FROM mail_piece WHERE mail_id = ? AND number = ?", List.of(id, number), row -> row.getBytes(1));
  }

  /** It is all here. False when the same mail is here already under another number: then nothing of this one is kept. */
  @Transactional
  boolean arrived(long id, byte[] fingerprint, long bytes, boolean cut) {
    if (sql.first("SELECT id FROM mail WHERE fingerprint = ?", List.of(fingerprint), row -> row.getLong(1)).isPresent()) {
      delete(id);
      return false;
    }
    sql.update("UPDATE mail SET state = 'NEW', fingerprint = ?, bytes = ?, cut = ? WHERE id = ?", List.of(fingerprint, bytes, cut, id));
    return true;
  }

  /** What it said, not that it was here: the server may bring it again under another number. */
  @Transactional
  void forget(long id) {
    sql.update("DELETE FROM mail_piece WHERE mail_id = ?", List.of(id));
    sql.update("UPDATE mail SET state = 'DONE', contact_id = NULL, about_message = NULL, head = NULL WHERE id = ?", List.of(id));
  }

  @Transactional
  void delete(long id) {
    sql.update("DELETE FROM mail_piece WHERE mail_id = ?", List.of(id));
    sql.update("DELETE FROM mail WHERE id = ?", List.of(id));
  }

  /** Held for the caller's transaction; empty when it is sorted or another node is at it. */
  @Transactional
  Optional<Row> claim(long id) {
    return sql.first("SELECT " + COLUMNS + " FROM mail WHERE id = ? AND state = 'NEW' FOR UPDATE SKIP LOCKED", List.of(id), MailRepository::row);
  }

  /** It is this person's now, and on its way to a desk. */
  @Transactional
  void given(long id, MailKind kind, long contactId, @Nullable Long aboutMessage, byte[] head) {
    sql.update("UPDATE mail SET state = 'GIVEN', kind = ?, contact_id = ?, about_message = ?, head = ? WHERE id = ?",
        Arrays.asList(kind, contactId, aboutMessage, head, id));
  }

  @Transactional
  void done(long id) {
    sql.update("UPDATE mail SET state = 'DONE' WHERE id = ?", List.of(id));
  }

  @Transactional
  Optional<Row> find(long id) {
    return sql.first("SELECT " + COLUMNS + " FROM mail WHERE id = ?", List.of(id), MailRepository::row);
  }

  @Transactional
  void sorted(long id, MailKind kind, @Nullable Long contactId, @Nullable Long aboutMessage, byte[] head) {
    sql.update("UPDATE mail SET state = 'DONE', kind = ?, contact_id = ?, about_message = ?, head = ? WHERE id = ?",
        Arrays.asList(kind, contactId, aboutMessage, head, id));
  }

  /** Somebody says that it is no spam: it goes on as a question. */
  @Transactional
  boolean again(long id, Instant now) {
    return sql.update("UPDATE mail SET state = 'NEW', kind = 'QUESTION', attempts = 0, try_at = ? WHERE id = ? AND state = 'DONE' AND contact_id IS NULL",
        List.of(now, id)) == 1;
  }

  @Transactional
  void failed(long id, Instant tryAt) {
    sql.update("UPDATE mail SET attempts = attempts + 1, try_at = ? WHERE id = ? AND state IN ('NEW', 'GIVEN')", List.of(tryAt, id));
  }

  @Transactional
  int attempts(long id) {
    return sql.first("SELECT attempts FROM mail WHERE id = ?", List.of(id), row -> row.getInt(1)).orElse(0);
  }

  /** Those that wait to be sorted or handed on and are due, oldest first. */
  @Transactional
  List<Long> waiting(Instant now, int limit) {
    return sql.list("SELECT id FROM mail WHERE state IN ('NEW', 'GIVEN') AND try_at <= ? ORDER BY try_at, id LIMIT ?", List.of(now, limit),
        row -> row.getLong(1));
  }

  /** Mails of which only a part came before the node died, older than an instant. */
  @Transactional
  List<Long> unfinished(Instant before, int limit) {
    return sql.list("SELECT id FROM mail WHERE state = 'COMING' AND try_at < ? ORDER BY try_at, id LIMIT ?", List.of(before, limit),
        row -> row.getLong(1));
  }

  /** What a person wrote themselves, newest first. */
  @Transactional
  List<Row> newestOf(long contactId, int limit) {
    return sql.list("SELECT " + COLUMNS + " FROM mail WHERE contact_id = ? AND kind IN ('REPLY', 'QUESTION') ORDER BY id DESC LIMIT ?",
        List.of(contactId, limit), MailRepository::row);
  }

  @Transactional
  List<Long> ofContact(long contactId) {
    return sql.list("SELECT id FROM mail WHERE contact_id = ?", List.of(contactId), row -> row.getLong(1));
  }

  /** Those of a kind that are no person's, newest first, before an id. */
  @Transactional
  List<Row> ofKind(List<MailKind> kinds, long before, int limit) {
    var parameters = new ArrayList<Object>(kinds);
    parameters.add(before);
    parameters.add(limit);
    return sql.list("SELECT " + COLUMNS + " FROM mail WHERE kind IN (" + Statements.marks(kinds.size()) + ") AND head IS NOT NULL AND id < ? ORDER BY id DESC LIMIT ?",
        parameters, MailRepository::row);
  }

  /** What is nobody's, sorted before an instant. */
  @Transactional
  List<Long> nobodysBefore(Instant before, int limit) {
    return sql.list("SELECT id FROM mail WHERE state = 'DONE' AND contact_id IS NULL AND head IS NOT NULL AND try_at < ? ORDER BY try_at, id LIMIT ?",
        List.of(before, limit), row -> row.getLong(1));
  }

  private static Row row(ResultSet row) throws SQLException {
    var kind = row.getString("kind");
    return new Row(row.getLong("id"), row.getString("mailbox"), row.getLong("uid"), row.getString("state"),
        kind == null ? null : MailKind.valueOf(kind), row.getObject("contact_id", Long.class), row.getObject("about_message", Long.class),
        row.getLong("bytes"), row.getBoolean("cut"), row.getBytes("head"), Statements.instant(row, "received_at"));
  }
}
