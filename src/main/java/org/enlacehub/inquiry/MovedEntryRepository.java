package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** Moves entries, with all that hangs on them, from one matter to another, and tells how a matter stands by what is left in it. */
@Singleton
class MovedEntryRepository {
  /** What names the inquiry of an entry beside the entry itself. */
  private static final List<String> WITH_THEM = List.of(
      "UPDATE inquiry_attachment t JOIN inquiry_entry e ON e.id = t.entry_id SET t.inquiry_id = e.inquiry_id",
      "UPDATE inquiry_decision t JOIN inquiry_entry e ON e.id = t.entry_id SET t.inquiry_id = e.inquiry_id",
      "UPDATE inquiry_before_answer t JOIN inquiry_entry e ON e.message_id = t.message_id SET t.inquiry_id = e.inquiry_id");
  private final Statements sql;

  MovedEntryRepository(Statements sql) {
    this.sql = sql;
  }

  /** How a matter stands by its entries: since when the person waits, their newest words, our first answer; null for none of each. */
  record Standing(@Nullable Instant waitingSince, @Nullable Long lastIn, @Nullable Instant firstReplyAt) {}

  /** All of one matter into another, its record of assistance too; the entries remember where they came from. */
  @Transactional
  void join(Inquiry from, Inquiry into) {
    sql.update("UPDATE inquiry_entry SET inquiry_id = ?, came_from = COALESCE(came_from, ?), at_version = ? WHERE inquiry_id = ?",
        List.of(into.id(), from.id(), into.version(), from.id()));
    sql.update("UPDATE case_item SET inquiry_id = ? WHERE inquiry_id = ?", List.of(into.id(), from.id()));
    sql.update("UPDATE inquiry SET merged_into = ? WHERE merged_into = ?", List.of(into.id(), from.id()));
    follow(into);
  }

  /** Gives those that came from a matter back to it, as news there; its record of assistance stays where it was put. */
  @Transactional
  void giveBack(Inquiry from, Inquiry to) {
    sql.update("UPDATE inquiry_entry SET inquiry_id = ?, came_from = NULL, at_version = ? WHERE inquiry_id = ? AND came_from = ?",
        List.of(to.id(), to.version() + 1, from.id(), to.id()));
    follow(to);
  }

  /** These entries of one matter into another. */
  @Transactional
  void move(List<Long> entryIds, Inquiry from, Inquiry into) {
    var parameters = new ArrayList<Object>(List.of(into.id(), into.version(), from.id()));
    parameters.addAll(entryIds);
    sql.update("UPDATE inquiry_entry SET inquiry_id = ?, came_from = NULL, at_version = ? WHERE inquiry_id = ? AND id IN ("
        + Statements.marks(entryIds.size()) + ")", parameters);
    follow(into);
  }

  /** Words, answers and notes from one entry to another, both included, in the order of the thread. */
  @Transactional
  List<Long> between(long inquiryId, Entry first, Entry last, int limit) {
    return sql.list("""
        SELECT id FROM inquiry_entry WHERE inquiry_id = ? AND kind <> 'EVENT'
          AND (at > ? OR at = ? AND id >= ?) AND (at < ? OR at = ? AND id <= ?) ORDER BY at, id LIMIT ?""",
        List.of(inquiryId, first.at(), first.at(), first.id(), last.at(), last.at(), last.id(), limit), row -> row.getLong(1));
  }

  /** All words of the person in a matter. */
  @Transactional
  List<Long> words(long inquiryId) {
    return sql.list("SELECT id FROM inquiry_entry WHERE inquiry_id = ? AND kind = 'IN'", List.of(inquiryId), row -> row.getLong(1));
  }

  @Transactional
  Standing standing(long inquiryId) {
    var answered = sql.first("""
        SELECT MIN(at) first_at, MAX(at) last_at FROM inquiry_entry
        WHERE inquiry_id = ? AND kind = 'OUT' AND author_id IS NOT NULL AND undone = 0""", List.of(inquiryId),
        row -> new Answered(Statements.instant(row, "first_at"), Statements.instant(row, "last_at"))).orElseThrow();
    var since = sql.first("SELECT MIN(at) since FROM inquiry_entry WHERE inquiry_id = ? AND kind = 'IN' AND at > ?",
        List.of(inquiryId, answered.last() == null ? Instant.EPOCH : answered.last()), row -> Optional.ofNullable(Statements.instant(row, "since")));
    var lastIn = sql.first("SELECT id FROM inquiry_entry WHERE inquiry_id = ? AND kind = 'IN' ORDER BY at DESC, id DESC LIMIT 1",
        List.of(inquiryId), row -> row.getLong(1));
    return new Standing(since.flatMap(at -> at).orElse(null), lastIn.orElse(null), answered.first());
  }

  private record Answered(@Nullable Instant first, @Nullable Instant last) {}

  private void follow(Inquiry into) {
    WITH_THEM.forEach(update -> sql.update(update + " WHERE e.inquiry_id = ?", List.of(into.id())));
  }
}
