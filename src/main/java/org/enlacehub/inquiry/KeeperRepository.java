package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.platform.database.Statements;

/** The table {@code inquiry_keeper}: who is named to protected matters. */
@Singleton
class KeeperRepository {
  private final Statements sql;

  KeeperRepository(Statements sql) {
    this.sql = sql;
  }

  /** Does nothing for whoever is named already. */
  @Transactional
  void add(long inquiryId, long staffId, long by, Instant now) {
    sql.update("INSERT IGNORE INTO inquiry_keeper (inquiry_id, staff_id, named_by, named_at) VALUES (?, ?, ?, ?)",
        List.of(inquiryId, staffId, by, now));
  }

  /** Names to one matter everybody who is named to another. */
  @Transactional
  void copy(long fromId, long toId, long by, Instant now) {
    of(fromId).forEach(staff -> add(toId, staff, by, now));
  }

  @Transactional
  void remove(long inquiryId, long staffId) {
    sql.update("DELETE FROM inquiry_keeper WHERE inquiry_id = ? AND staff_id = ?", List.of(inquiryId, staffId));
  }

  @Transactional
  void removeAll(long inquiryId) {
    sql.update("DELETE FROM inquiry_keeper WHERE inquiry_id = ?", List.of(inquiryId));
  }

  @Transactional
  Set<Long> of(long inquiryId) {
    return of(List.of(inquiryId)).getOrDefault(inquiryId, Set.of());
  }

  /** Staff by matter; matters to which nobody is named are absent. */
  @Transactional
  Map<Long, Set<Long>> of(Collection<Long> inquiryIds) {
    var all = new HashMap<Long, Set<Long>>();
    if (!inquiryIds.isEmpty()) {
      sql.list("SELECT inquiry_id, staff_id FROM inquiry_keeper WHERE inquiry_id IN (" + Statements.marks(inquiryIds.size()) + ")",
          List.copyOf(inquiryIds), row -> all.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(row.getLong(2)));
    }
    return all;
  }
}
