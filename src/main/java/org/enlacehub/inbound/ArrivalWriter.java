package org.enlacehub.inbound;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.web.ServiceUnavailable;

/** Stores arrivals. Those that come while others are being written share the next transaction, so a surge costs few commits. */
@Singleton
class ArrivalWriter {
  private static final int TOGETHER = 200;
  private static final int TRIES = 3;
  private final ArrivalRepository arrivals;
  private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  ArrivalWriter(ArrivalRepository arrivals) {
    this.arrivals = arrivals;
  }

  /** A row whose caller waits for the commit. */
  private static final class Waiting {
    private final ArrivalRepository.Row row;
    private volatile @Nullable Boolean added;
    private volatile @Nullable RuntimeException failure;

    Waiting(ArrivalRepository.Row row) {
      this.row = row;
    }

    boolean isDone() {
      return added != null || failure != null;
    }
  }

  /**
   * Returns when it is committed; false when the carrier had brought it before.
   *
   * @throws ServiceUnavailable when the database is away: answer the carrier with an error
   */
  boolean write(ArrivalRepository.Row row) {
    var mine = new Waiting(row);
    waiting.add(mine);
    turn.lock();
    try {
      while (!mine.isDone()) {
        writeTogether();
      }
    } finally {
      turn.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return mine.added;
  }

  private void writeTogether() {
    var batch = new ArrayList<Waiting>();
    for (Waiting next; batch.size() < TOGETHER && (next = waiting.poll()) != null; ) {
      batch.add(next);
    }
    try {
      var added = write(batch.stream().map(w -> w.row).toList());
      batch.forEach(w -> w.added = added.contains(w.row.id()));
    } catch (RuntimeException e) {
      batch.forEach(w -> w.failure = new ServiceUnavailable("database", e));
    }
  }

  private Set<Long> write(List<ArrivalRepository.Row> rows) {
    for (int attempt = 1; ; attempt++) {
      try {
        return arrivals.insertAll(rows);
      } catch (RuntimeException e) {
        // Another node may be writing the same messages.
        if (attempt == TRIES || !Statements.contended(e)) {
          throw e;
        }
      }
    }
  }
}
