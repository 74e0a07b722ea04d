package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.inquiry.Entry.Kind;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.database.Statements;

/** The table {@code inquiry_entry} and the reasons beside it; words go in and come out sealed under the contact's key. */
@Singleton
class EntryRepository {
  private static final String BODY = "inquiry_entry.body";
  private static final String DECISION = "inquiry_decision.sealed";
  /** As many as an officer is shown of what came meanwhile. */
  private static final int NEWER = 20;
  private final Statements sql;
  private final ContactKeys keys;

  EntryRepository(Statements sql, ContactKeys keys) {
    this.sql = sql;
    this.keys = keys;
  }

  /**
   * Adds an entry to an inquiry as it was read last.
   *
   * @param arrivalId the stored message that it shows; null for all but {@code IN}
   */
  @Transactional
  void insert(Entry e, Inquiry inquiry, @Nullable Long arrivalId) {
    byte[] body = e.body() == null ? null : keys.sealer(inquiry.contactId()).map(s -> s.seal(BODY, e.id(), e.body())).orElse(null);
    sql.later("""
        INSERT INTO inquiry_entry (id, inquiry_id, contact_id, kind, at, channel, author_id, message_id, arrival_id, act, detail, body,
          at_version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        List.of(Arrays.asList(e.id(), inquiry.id(), inquiry.contactId(), e.kind(), e.at(), e.channel(), e.authorId(), e.messageId(), arrivalId,
            e.act(), e.detail(), body, inquiry.version())));
  }

  @Transactional
  boolean hasArrival(long arrivalId) {
    return sql.first("SELECT id FROM inquiry_entry WHERE arrival_id = ?", List.of(arrivalId), row -> row.getLong(1)).isPresent();
  }

  /** The newest entries, oldest first; older than {@code before} (its entry, null for the newest). */
  @Transactional
  List<Entry> thread(Inquiry inquiry, @Nullable Entry before, int limit) {
    var newest = before == null
        ? opened("SELECT * FROM inquiry_entry WHERE inquiry_id = ? AND undone = 0 ORDER BY at DESC, id DESC LIMIT ?", List.of(inquiry.id(), limit))
        : opened("SELECT * FROM inquiry_entry WHERE inquiry_id = ? AND undone = 0 AND (at < ? OR (at = ? AND id < ?)) ORDER BY at DESC, id DESC LIMIT ?",
            List.of(inquiry.id(), before.at(), before.at(), before.id(), limit));
    return newest.reversed();
  }

  @Transactional
  Optional<Entry> find(long inquiryId, long entryId) {
    return sql.first("SELECT * FROM inquiry_entry WHERE id = ? AND inquiry_id = ?", List.of(entryId, inquiryId), row -> read(row).entry());
  }

  /**
   * What an officer has not seen whose newest entry is {@code seen} (0 for nothing at all): words of the person, answers that stand,
   * notes of colleagues, and that somebody else took the matter. Oldest first, at most twenty.
   */
  @Transactional
  List<Entry> unseen(Inquiry inquiry, long seen, long officerId) {
    return opened("""
        SELECT * FROM inquiry_entry WHERE inquiry_id = ? AND undone = 0
          AND at_version > COALESCE((SELECT s.at_version FROM inquiry_entry s WHERE s.id = ? AND s.inquiry_id = ?), -1)
          AND (kind = 'IN' OR kind = 'OUT' AND author_id IS NOT NULL
            OR (kind = 'NOTE' OR kind = 'EVENT' AND act = 'assign') AND COALESCE(author_id, 0) <> ?)
        ORDER BY at, id LIMIT ?""", List.of(inquiry.id(), seen, inquiry.id(), officerId, NEWER));
  }

  /** An answer that an officer wrote, with its words; empty when the message is none of this inquiry's, automatic, or called back already. */
  @Transactional
  Optional<Entry> answer(Inquiry inquiry, long messageId) {
    return opened("SELECT * FROM inquiry_entry WHERE message_id = ? AND inquiry_id = ? AND author_id IS NOT NULL AND undone = 0",
        List.of(messageId, inquiry.id())).stream().findFirst();
  }

  @Transactional
  void markUndone(long entryId) {
    sql.update("UPDATE inquiry_entry SET undone = 1 WHERE id = ?", List.of(entryId));
  }

  /** When officers answered after an entry, answers that were called back not counted; the first of them, empty for none. */
  @Transactional
  Optional<Instant> answeredAfter(Inquiry inquiry, Entry entry) {
    return sql.first("""
        SELECT at FROM inquiry_entry WHERE inquiry_id = ? AND kind = 'OUT' AND author_id IS NOT NULL AND undone = 0
          AND (at > ? OR (at = ? AND id > ?)) ORDER BY at, id LIMIT 1""", List.of(inquiry.id(), entry.at(), entry.at(), entry.id()),
        row -> Statements.instant(row, "at"));
  }

  /** Words of several entries at once, by entry; those that cannot be opened are absent. */
  @Transactional
  Map<Long, String> words(Collection<Long> entryIds, Map<Long, Sealer> sealers) {
    var all = new HashMap<Long, String>();
    if (entryIds.isEmpty()) {
      return all;
    }
    sql.list("SELECT id, contact_id, body FROM inquiry_entry WHERE id IN (" + Statements.marks(entryIds.size()) + ")",
        List.copyOf(entryIds), row -> {
          var sealer = sealers.get(row.getLong("contact_id"));
          var body = row.getBytes("body");
          return sealer == null || body == null ? null : all.put(row.getLong("id"), sealer.open(BODY, row.getLong("id"), body));
        });
    return all;
  }

  /** The inquiry in which a message of ours stands now, wherever it was when it was sent; empty when it stands in none. */
  @Transactional
  Optional<Long> inquiryOf(long messageId) {
    return sql.first("SELECT inquiry_id FROM inquiry_entry WHERE message_id = ? LIMIT 1", List.of(messageId), row -> row.getLong(1));
  }

  /** Keeps why something was decided on an entry. */
  @Transactional
  void keepDecision(long entryId, String kind, Inquiry inquiry, String json) {
    keys.sealer(inquiry.contactId()).ifPresent(sealer -> sql.later(
        "INSERT INTO inquiry_decision (entry_id, kind, inquiry_id, sealed) VALUES (?, ?, ?, ?)",
        List.of(List.of(entryId, kind, inquiry.id(), sealer.seal(DECISION, entryId, json)))));
  }

  /** The newest decision of a kind; empty when there is none or the person was erased. */
  @Transactional
  Optional<String> decision(Inquiry inquiry, String kind) {
    return sql.first("""
        SELECT d.entry_id, d.sealed, e.contact_id FROM inquiry_decision d JOIN inquiry_entry e ON e.id = d.entry_id
        WHERE d.inquiry_id = ? AND d.kind = ? ORDER BY d.entry_id DESC LIMIT 1""", List.of(inquiry.id(), kind),
        row -> new Decision(row.getLong("entry_id"), row.getLong("contact_id"), row.getBytes("sealed")))
        .flatMap(found -> keys.sealer(found.contactId()).map(sealer -> sealer.open(DECISION, found.entryId(), found.sealed())));
  }

  private record Decision(long entryId, long contactId, byte[] sealed) {}

  /** An entry with its words closed. */
  private record Sealed(Entry entry, long contactId, byte @Nullable [] body) {

    Entry open(Map<Long, Sealer> sealers) {
      var sealer = sealers.get(contactId);
      var e = entry;
      return new Entry(e.id(), e.inquiryId(), e.kind(), e.at(), e.channel(), e.authorId(), e.messageId(), e.act(), e.detail(), e.atVersion(),
          body == null || sealer == null ? null : sealer.open(BODY, e.id(), body));
    }
  }

  /** Entries with their words: of two matters that were merged, each under the key of the contact who wrote. */
  private List<Entry> opened(String query, List<?> parameters) {
    var rows = sql.list(query, parameters, EntryRepository::read);
    var sealers = keys.sealers(rows.stream().map(Sealed::contactId).collect(Collectors.toSet()));
    return rows.stream().map(row -> row.open(sealers)).toList();
  }

  private static Sealed read(ResultSet row) throws SQLException {
    long author = row.getLong("author_id");
    boolean authored = !row.wasNull();
    long message = row.getLong("message_id");
    boolean sent = !row.wasNull();
    var channel = row.getString("channel");
    return new Sealed(new Entry(row.getLong("id"), row.getLong("inquiry_id"), Kind.valueOf(row.getString("kind")), Statements.instant(row, "at"),
        channel == null ? null : Channel.valueOf(channel), authored ? author : null, sent ? message : null, row.getString("act"),
        row.getString("detail"), row.getInt("at_version"), null), row.getLong("contact_id"), row.getBytes("body"));
  }
}
