package org.enlacehub.inbound;

import jakarta.inject.Singleton;
import java.util.List;
import org.enlacehub.platform.database.GroupCommit;
import org.enlacehub.platform.web.ServiceUnavailable;

/** Stores arrivals. Those that come while others are being written share the next transaction, so a surge costs few commits. */
@Singleton
class ArrivalWriter {
  private static final int TOGETHER = 200;
  private final GroupCommit<ArrivalRepository.Row, Boolean> together;

  ArrivalWriter(ArrivalRepository arrivals) {
    together = new GroupCommit<>(TOGETHER, rows -> added(arrivals, rows));
  }

  /**
   * Returns when it is committed; false when the carrier had brought it before.
   *
   * @throws ServiceUnavailable when the database is away: answer the carrier with an error
   */
  boolean write(ArrivalRepository.Row row) {
    return together.commit(row);
  }

  private static List<Boolean> added(ArrivalRepository arrivals, List<ArrivalRepository.Row> rows) {
    var added = arrivals.insertAll(rows);
    return rows.stream().map(row -> added.contains(row.id())).toList();
  }
}
