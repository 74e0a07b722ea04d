package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The table {@code contact_merge}, and which contacts lie in which ({@code contact.merged_into}). */
@Singleton
class MergeRepository {
  private final Statements statements;

  MergeRepository(Statements statements) {
    this.statements = statements;
  }

  /** A merge that holds; {@code kept} is sealed under the winner's key. */
  record Row(long id, long winnerId, long loserId, Instant at, long staffId, byte[] kept) {}

  void insert(Row row) {
    statements.update("INSERT INTO contact_merge (id, winner_id, loser_id, at, staff_id, kept) VALUES (?, ?, ?, ?, ?, ?)",
        List.of(row.id(), row.winnerId(), row.loserId(), row.at(), row.staffId(), row.kept()));
  }

  Optional<Row> find(long id) {
    return rows("id = ?", List.of(id)).stream().findFirst();
  }

  /** Merges into a contact that hold, newest first. */
  List<Row> into(Collection<Long> winners) {
    return winners.isEmpty() ? List.of() : rows("winner_id IN (" + Statements.marks(winners.size()) + ")", List.copyOf(winners));
  }

  private List<Row> rows(String condition, List<?> parameters) {
    return statements.list("SELECT * FROM contact_merge WHERE undone_at IS NULL AND " + condition + " ORDER BY at DESC, id DESC", parameters,
        row -> new Row(row.getLong("id"), row.getLong("winner_id"), row.getLong("loser_id"), Statements.instant(row, "at"),
            row.getLong("staff_id"), row.getBytes("kept")));
  }

  void markUndone(long id, Instant at) {
    statements.update("UPDATE contact_merge SET undone_at = ? WHERE id = ?", List.of(at, id));
  }

  void forget(Collection<Long> winners) {
    if (winners.isEmpty()) return;
    statements.update("DELETE FROM contact_merge WHERE winner_id IN (" + Statements.marks(winners.size()) + ")", List.copyOf(winners));
  }

  /** Turns a contact, and those that lie in it already, into parts of another. */
  void join(long loser, long winner, boolean referenceGoes, Instant now) {
    statements.update("UPDATE contact SET merged_into = ? WHERE merged_into = ?", List.of(winner, loser));
    statements.update("UPDATE contact SET state = 'MERGED', merged_into = ?, version = version + 1, updated_at = ?,"
        + " external_id_index = IF(?, NULL, external_id_index) WHERE id = ?", List.of(winner, now, referenceGoes, loser));
  }

  /** The way back; {@code parts} are those that lay in it before. */
  void part(long loser, Collection<Long> parts, @Nullable byte[] reference, Instant now) {
    if (!parts.isEmpty()) {
      var parameters = new ArrayList<Object>(List.of(loser));
      parameters.addAll(parts);
      statements.update("UPDATE contact SET merged_into = ? WHERE id IN (" + Statements.marks(parts.size()) + ")", parameters);
    }
    statements.update("UPDATE contact SET state = 'ACTIVE', merged_into = NULL, version = version + 1, updated_at = ?,"
        + " external_id_index = ? WHERE id = ?", Arrays.asList(now, reference, loser));
  }

  /** Frees a reference that a part of this contact bears, so that the contact can bear it. */
  void releaseReference(long contact, byte[] index) {
    statements.update("UPDATE contact SET external_id_index = NULL WHERE external_id_index = ? AND merged_into = ?", List.of(index, contact));
  }

  /** Of these ids, those that lie in another contact, with that contact. */
  Map<Long, Long> survivors(Collection<Long> ids) {
    if (ids.isEmpty()) return Map.of();
    var found = new HashMap<Long, Long>();
    statements.list("SELECT id, merged_into FROM contact WHERE state = 'MERGED' AND id IN (" + Statements.marks(ids.size()) + ")",
        List.copyOf(ids), row -> found.put(row.getLong(1), row.getLong(2)));
    return found;
  }

  /** The contacts that lie in this one. */
  List<Long> parts(long survivor) {
    return statements.list("SELECT id FROM contact WHERE merged_into = ? ORDER BY id", List.of(survivor), row -> row.getLong(1));
  }

  void restoreHeard(long id, List<Instant> merged, List<Instant> before) {
    statements.update("UPDATE contact SET first_heard_at = ?, last_heard_at = ? WHERE id = ? AND first_heard_at <=> ? AND last_heard_at <=> ?",
        Arrays.asList(before.get(0), before.get(1), id, merged.get(0), merged.get(1)));
  }
}
