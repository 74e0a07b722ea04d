package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.enlacehub.inquiry.Attachment.State;
import org.enlacehub.inquiry.FileType.Shown;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.id.Ids;

/** The tables {@code inquiry_attachment} and {@code inquiry_attachment_piece}; names, sources and contents are sealed. */
@Singleton
class AttachmentRepository {
  /** Bytes of a piece: far below any limit of a packet. */
  private static final int PIECE = 1_000_000;
  private static final String NAME = "inquiry_attachment.name";
  private static final String SOURCE = "inquiry_attachment.source";
  private static final String CONTENT = "inquiry_attachment_piece.content";
  private final Statements sql;
  private final Ids ids;

  AttachmentRepository(Statements sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /** One that lies at the carrier, whose bytes are due. */
  record Due(long id, long contactId, byte[] source, int attempts) {}

  private record Piece(long id, byte[] content) {}

  /** @param source where it lies at the carrier; null when its content follows by {@link #store} */
  @Transactional
  void insert(long id, long entryId, Inquiry inquiry, @Nullable String name, @Nullable String source, Sealer sealer, Instant now) {
    sql.update("""
        INSERT INTO inquiry_attachment (id, entry_id, inquiry_id, contact_id, state, name, source, mime, shown, bytes, attempts, try_at)
        VALUES (?, ?, ?, ?, 'WAITING', ?, ?, ?, ?, 0, 0, ?)""",
        Arrays.asList(id, entryId, inquiry.id(), inquiry.contactId(), name == null ? null : sealer.seal(NAME, id, name),
            source == null ? null : sealer.seal(SOURCE, id, source), FileType.UNKNOWN.mime(), Shown.DOWNLOAD, now));
  }

  /** Takes those that are due and puts their next try off, so that no other node takes them meanwhile. */
  @Transactional
  List<Due> claim(Instant now, Instant next, int limit) {
    var due = sql.list("""
        SELECT id, contact_id, source, attempts FROM inquiry_attachment WHERE state = 'WAITING' AND try_at <= ? AND source IS NOT NULL
        ORDER BY try_at, id LIMIT ? FOR UPDATE SKIP LOCKED""", List.of(now, limit),
        row -> new Due(row.getLong("id"), row.getLong("contact_id"), row.getBytes("source"), row.getInt("attempts")));
    if (!due.isEmpty()) {
      var parameters = new ArrayList<Object>(List.of(next));
      due.forEach(one -> parameters.add(one.id()));
      sql.update("UPDATE inquiry_attachment SET attempts = attempts + 1, try_at = ? WHERE id IN (" + Statements.marks(due.size()) + ")",
          parameters);
    }
    return due;
  }

  String openSource(Due due, Sealer sealer) {
    return sealer.open(SOURCE, due.id(), due.source());
  }

  /** Keeps the bytes; the place at the carrier is forgotten. */
  @Transactional
  void store(long id, byte[] content, FileType type, @Nullable String name, Sealer sealer) {
    int updated = sql.update("""
        UPDATE inquiry_attachment SET state = 'STORED', source = NULL, mime = ?, shown = ?, bytes = ?, name = COALESCE(?, name)
        WHERE id = ? AND state = 'WAITING'""",
        Arrays.asList(type.mime(), type.shown(), content.length, name == null ? null : sealer.seal(NAME, id, name), id));
    if (updated == 0) {
      return;
    }
    for (int from = 0, number = 0; from < content.length; from += PIECE, number++) {
      long piece = ids.next();
      sql.update("INSERT INTO inquiry_attachment_piece (id, attachment_id, number, content) VALUES (?, ?, ?, ?)", List.of(piece, id, number,
          sealer.sealBytes(CONTENT, piece, Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE)))));
    }
  }

  @Transactional
  void refuse(long id, String reason) {
    sql.update("UPDATE inquiry_attachment SET state = 'REFUSED', source = NULL, reason = ? WHERE id = ? AND state = 'WAITING'",
        List.of(reason, id));
  }

  @Transactional
  void tryAt(long id, Instant at) {
    sql.update("UPDATE inquiry_attachment SET try_at = ? WHERE id = ? AND state = 'WAITING'", List.of(at, id));
  }

  /** Whose it is, and where it stands. */
  record Owner(long contactId, long inquiryId) {}

  @Transactional
  Optional<Owner> owner(long id) {
    return sql.first("SELECT contact_id, inquiry_id FROM inquiry_attachment WHERE id = ?", List.of(id),
        row -> new Owner(row.getLong(1), row.getLong(2)));
  }

  /** @param sealer of the contact; null when the person was erased: names stay closed, as do those that another contact sent */
  @Transactional
  List<Attachment> ofEntries(Collection<Long> entryIds, long contactId, @Nullable Sealer sealer) {
    return entryIds.isEmpty() ? List.of() : sql.list("SELECT * FROM inquiry_attachment WHERE entry_id IN ("
        + Statements.marks(entryIds.size()) + ") ORDER BY id", List.copyOf(entryIds), row -> read(row, row.getLong("contact_id") == contactId ? sealer : null));
  }

  /** The attachment, when its inquiry may be seen. */
  @Transactional
  Optional<Attachment> find(long id, Sight sight, Sealer sealer) {
    var query = new StringBuilder("""
        SELECT a.* FROM inquiry_attachment a JOIN inquiry i ON i.id = a.inquiry_id WHERE a.id = ?""");
    var parameters = InquiryFilter.parameters(id);
    sight.narrow("i.", query, parameters);
    return sql.first(query.toString(), parameters, row -> read(row, sealer));
  }

  @Transactional
  byte[] content(long id, Sealer sealer) {
    var all = new ByteArrayOutputStream();
    sql.list("SELECT id, content FROM inquiry_attachment_piece WHERE attachment_id = ? ORDER BY number", List.of(id),
        row -> new Piece(row.getLong("id"), row.getBytes("content")))
        .forEach(piece -> all.writeBytes(sealer.openBytes(CONTENT, piece.id(), piece.content())));
    return all.toByteArray();
  }

  @Transactional
  void deleteOf(long contactId) {
    sql.update("DELETE p FROM inquiry_attachment_piece p JOIN inquiry_attachment a ON a.id = p.attachment_id WHERE a.contact_id = ?",
        List.of(contactId));
    sql.update("DELETE FROM inquiry_attachment WHERE contact_id = ?", List.of(contactId));
  }

  private static Attachment read(ResultSet row, @Nullable Sealer sealer) throws SQLException {
    long id = row.getLong("id");
    var name = row.getBytes("name");
    return new Attachment(id, row.getLong("entry_id"), State.valueOf(row.getString("state")),
        name == null || sealer == null ? null : sealer.open(NAME, id, name),
        new FileType(row.getString("mime"), Shown.valueOf(row.getString("shown"))), row.getLong("bytes"), row.getString("reason"));
  }
}
