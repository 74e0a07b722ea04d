package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.contact.UpsertMode;
import org.enlacehub.platform.database.Statements;

/** The table {@code contact_import}. */
@Singleton
class ImportRepository {
  private static final String ARGS_BETWEEN = "\u001f";
  private static final int ARGS_CHARS = 400;

  private final Statements statements;
  private final ObjectMapper json;

  ImportRepository(Statements statements, ObjectMapper json) {
    this.statements = statements;
    this.json = json;
  }

  @Transactional
  void insert(long id, long fileId, ImportRequest request, List<SeenColumn> columns, long staffId, Instant now) {
    statements.update("""
        INSERT INTO contact_import (id, file_id, state, mode, dry_run, default_region, mapping, columns_read, staff_id, last_row, read_bytes,
          rows_read, rows_created, rows_updated, rows_unchanged, rows_rejected, rows_warned, values_repaired, stalls, created_at)
        VALUES (?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?)""",
        Arrays.asList(id, fileId, request.mode(), request.dryRun(), request.defaultRegion(), write(request.mapping()), write(columns), staffId, now));
  }

  @Transactional
  Optional<ImportRow> find(long id) {
    return statements.first("SELECT * FROM contact_import WHERE id = ?", List.of(id), this::row);
  }

  /** Newest first; begins behind an import when one is given. */
  @Transactional
  List<ImportRow> page(@Nullable Instant before, long beforeId, int limit) {
    return before == null
        ? statements.list("SELECT * FROM contact_import ORDER BY created_at DESC, id DESC LIMIT ?", List.of(limit), this::row)
        : statements.list("SELECT * FROM contact_import WHERE created_at < ? OR created_at = ? AND id < ? ORDER BY created_at DESC, id DESC LIMIT ?",
            List.of(before, before, beforeId, limit), this::row);
  }

  /**
   * Makes this node the one that works on an import, unless another node does; a dry run begins anew, since it stores nothing that it
   * could go on from.
   */
  @Transactional
  boolean claim(long id, String runner, Instant now, Instant until) {
    return statements.update("""
        UPDATE contact_import SET state = 'RUNNING', runner = ?, runner_until = ?, started_at = COALESCE(started_at, ?)
        WHERE id = ? AND state IN ('QUEUED', 'RUNNING') AND (runner IS NULL OR runner = ? OR runner_until < ?)""",
        List.of(runner, until, now, id, runner, now)) == 1;
  }

  @Transactional
  void rewind(long id) {
    statements.update("UPDATE contact_import SET last_row = 0, read_bytes = 0, " + counts() + " WHERE id = ?", List.of(0, 0, 0, 0, 0, 0, 0, id));
  }

  private static String counts() {
    return "rows_read = ?, rows_created = ?, rows_updated = ?, rows_unchanged = ?, rows_rejected = ?, rows_warned = ?, values_repaired = ?";
  }

  /**
   * Moves the watermark from one place to the next. Call it in the transaction that stores the rows between.
   *
   * @return false when the import was stopped, or another node has moved it: then nothing of the batch may be stored
   */
  @Transactional
  boolean advance(ImportRow from, String runner, FileRow.Position to, Counts counts, Instant until) {
    return statements.update("UPDATE contact_import SET last_row = ?, read_bytes = ?, stalls = 0, runner_until = ?, " + counts()
            + " WHERE id = ? AND state = 'RUNNING' AND runner = ? AND last_row = ?",
        List.of(to.row(), to.offset(), until, counts.rows(), counts.created(), counts.updated(), counts.unchanged(), counts.rejected(),
            counts.warned(), counts.repaired(), from.id(), runner, from.position().row())) == 1;
  }

  /** Ends a run of this node. @param failure null when it came to the end of the file */
  @Transactional
  boolean finish(long id, String runner, ImportState state, @Nullable String failure, List<?> args, Instant now) {
    var joined = String.join(ARGS_BETWEEN, args.stream().map(String::valueOf).toList());
    return statements.update("""
        UPDATE contact_import SET state = ?, failure = ?, failure_args = ?, finished_at = ?, runner = NULL, runner_until = NULL
        WHERE id = ? AND state = 'RUNNING' AND runner = ?""",
        Arrays.asList(state, failure, joined.length() > ARGS_CHARS ? joined.substring(0, ARGS_CHARS) : joined, now, id, runner)) == 1;
  }

  /** Lets another run take over at once. @param stalls 1 when this one came to nothing */
  @Transactional
  void release(long id, String runner, int stalls) {
    statements.update("UPDATE contact_import SET runner = NULL, runner_until = NULL, stalls = stalls + ? WHERE id = ? AND runner = ?",
        List.of(stalls, id, runner));
  }

  @Transactional
  boolean cancel(long id, Instant now) {
    return statements.update("""
        UPDATE contact_import SET state = 'CANCELLED', finished_at = ?, runner = NULL, runner_until = NULL
        WHERE id = ? AND state IN ('QUEUED', 'RUNNING')""", List.of(now, id)) == 1;
  }

  /** Imports on which nobody works, oldest first. */
  @Transactional
  List<Long> idle(Instant now, int limit) {
    return statements.list("""
        SELECT id FROM contact_import WHERE state IN ('QUEUED', 'RUNNING') AND (runner IS NULL OR runner_until < ?)
        ORDER BY id LIMIT ?""", List.of(now, limit), row -> row.getLong(1));
  }

  /** How many imports are worked on now, this one aside. */
  @Transactional
  int busy(long except, Instant now) {
    return statements.first("SELECT COUNT(*) FROM contact_import WHERE state = 'RUNNING' AND runner_until >= ? AND id <> ?",
        List.of(now, except), row -> row.getInt(1)).orElse(0);
  }

  private ImportRow row(ResultSet row) throws SQLException {
    var request = new ImportRequest(UpsertMode.valueOf(row.getString("mode")), row.getBoolean("dry_run"), row.getString("default_region"),
        read(row.getString("mapping"), Argument.mapOf(String.class, String.class)));
    var args = row.getString("failure_args");
    return new ImportRow(row.getLong("id"), row.getLong("file_id"), ImportState.valueOf(row.getString("state")), request,
        read(row.getString("columns_read"), Argument.listOf(SeenColumn.class)), row.getLong("staff_id"),
        new FileRow.Position(row.getLong("read_bytes"), row.getInt("last_row")),
        new Counts(row.getInt("rows_read"), row.getInt("rows_created"), row.getInt("rows_updated"), row.getInt("rows_unchanged"),
            row.getInt("rows_rejected"), row.getInt("rows_warned"), row.getInt("values_repaired")),
        row.getInt("stalls"), row.getString("failure"), args == null || args.isEmpty() ? List.of() : List.of(args.split(ARGS_BETWEEN)),
        Statements.instant(row, "created_at"), Statements.instant(row, "started_at"), Statements.instant(row, "finished_at"));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String text, Argument<T> type) {
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
