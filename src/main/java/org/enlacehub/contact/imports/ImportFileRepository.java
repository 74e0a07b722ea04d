package org.enlacehub.contact.imports;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.id.Ids;

/** The tables {@code contact_import_file} and {@code contact_import_piece}. */
@Singleton
class ImportFileRepository {
  /** Bytes of a piece: far below any limit of a packet, and what one reader holds in memory. */
  static final int PIECE = 1_000_000;
  private static final String CONTENT = "contact_import_piece.content";
  private static final String NAME = "contact_import_file.name";

  private final Statements statements;
  private final Sealer sealer;
  private final Ids ids;

  ImportFileRepository(Statements statements, Vault vault, Ids ids) {
    this.statements = statements;
    this.sealer = vault.system();
    this.ids = ids;
  }

  /** A stored file. */
  record FileRecord(long id, String name, long bytes, FileFormat format) {}

  private record Piece(long id, byte[] sealed) {}

  /** Each piece commits by itself; a file that no import names is incomplete or forgotten, and expires. */
  long insert(InputStream in, String name, long bytes, FileFormat format, long staffId, Instant now, Instant expires) throws IOException {
    long id = ids.next();
    int bom = format instanceof FileFormat.Text text ? text.bom() : 0;
    addFile(List.of(id, sealer.seal(NAME, id, name), bytes, format.describe(), bom, staffId, now, expires));
    int number = 0;
    for (byte[] piece; (piece = in.readNBytes(PIECE)).length > 0; number++) {
      addPiece(id, number, piece);
    }
    return id;
  }

  @Transactional
  void addPiece(long file, int number, byte[] piece) {
    long id = ids.next();
    statements.update("INSERT INTO contact_import_piece (id, file_id, number, content) VALUES (?, ?, ?, ?)",
        List.of(id, file, number, sealer.sealBytes(CONTENT, id, piece)));
  }

  @Transactional
  void addFile(List<Object> row) {
    statements.update("INSERT INTO contact_import_file (id, name, bytes, format, bom, staff_id, created_at, expires_at) VALUES ("
        + Statements.marks(8) + ")", row);
  }

  @Transactional
  Optional<FileRecord> find(long id) {
    return statements.first("SELECT name, bytes, format, bom FROM contact_import_file WHERE id = ?", List.of(id),
        row -> new FileRecord(id, sealer.open(NAME, id, row.getBytes("name")), row.getLong("bytes"),
            FileFormat.parse(row.getString("format"), row.getInt("bom"))));
  }

  /** The bytes of a piece. @throws UncheckedIOException when the file was removed meanwhile */
  @Transactional
  InputStream piece(long file, int number) {
    return statements.first("SELECT id, content FROM contact_import_piece WHERE file_id = ? AND number = ?", List.of(file, number),
            row -> new Piece(row.getLong("id"), row.getBytes("content")))
        .map(piece -> new ByteArrayInputStream(sealer.openBytes(CONTENT, piece.id(), piece.sealed())))
        .orElseThrow(() -> new UncheckedIOException(new IOException("a piece of the file is no longer there")));
  }

  @Transactional
  boolean hasPieces(long file) {
    return statements.first("SELECT id FROM contact_import_piece WHERE file_id = ? LIMIT 1", List.of(file), row -> row.getLong("id")).isPresent();
  }

  /** Removes the content of a file; its row stays for the record. */
  @Transactional
  void removePieces(long file) {
    statements.update("DELETE FROM contact_import_piece WHERE file_id = ?", List.of(file));
  }

  /** Files whose time is over and whose content is still there, that no unfinished import reads. */
  @Transactional
  List<Long> expired(Instant now) {
    return statements.list("""
        SELECT f.id FROM contact_import_file f WHERE f.expires_at < ?
          AND EXISTS (SELECT 1 FROM contact_import_piece p WHERE p.file_id = f.id)
          AND NOT EXISTS (SELECT 1 FROM contact_import i WHERE i.file_id = f.id AND i.state IN ('QUEUED', 'RUNNING'))
        ORDER BY f.expires_at LIMIT 100""", List.of(now), row -> row.getLong(1));
  }
}
