package org.enlacehub.contact.imports;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.id.Ids;

/** The table {@code contact_import_problem}: what was wrong with rows, a batch in one sealed value. */
@Singleton
class ImportProblemRepository {
  private static final String CONTENT = "contact_import_problem.content";

  private final Statements statements;
  private final Sealer sealer;
  private final Ids ids;
  private final ObjectMapper json;

  ImportProblemRepository(Statements statements, Vault vault, Ids ids, ObjectMapper json) {
    this.statements = statements;
    this.sealer = vault.system();
    this.ids = ids;
    this.json = json;
  }

  /** The problems of one batch. */
  record Batch(int firstRow, List<RowProblem> problems) {}

  /** Joins the transaction of the batch. */
  @Transactional
  void insert(long importId, List<RowProblem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    try {
      long id = ids.next();
      statements.update("INSERT INTO contact_import_problem (id, import_id, first_row, content) VALUES (?, ?, ?, ?)",
          List.of(id, importId, problems.getFirst().row(), sealer.sealBytes(CONTENT, id, json.writeValueAsBytes(problems))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next batch of problems behind a row; empty at the end. */
  @Transactional
  List<Batch> after(long importId, int row) {
    return statements.list("SELECT id, first_row, content FROM contact_import_problem WHERE import_id = ? AND first_row > ? ORDER BY first_row LIMIT 1",
        List.of(importId, row), found -> new Batch(found.getInt("first_row"), read(found.getLong("id"), found.getBytes("content"))));
  }

  private List<RowProblem> read(long id, byte[] sealed) {
    try {
      return json.readValue(sealer.openBytes(CONTENT, id, sealed), Argument.listOf(RowProblem.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Transactional
  void removeOf(long importId) {
    statements.update("DELETE FROM contact_import_problem WHERE import_id = ?", List.of(importId));
  }

  /** Removes what imports that ended before an instant had to say: it quotes people. */
  @Transactional
  void removeOlderThan(Instant finished) {
    statements.update("""
        DELETE FROM contact_import_problem WHERE import_id IN
          (SELECT id FROM contact_import WHERE finished_at < ?)""", List.of(finished));
  }
}
