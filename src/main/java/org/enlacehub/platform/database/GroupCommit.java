package org.enlacehub.platform.database;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.enlacehub.platform.web.ServiceUnavailable;

/**
 * Lets those that come at the same time share one transaction: each caller returns when its own item is committed, and those that come
 * while others are being written are written together next. A surge then costs few commits. Call it from as many threads as there are
 * requests.
 *
 * @param <I> what a caller brings
 * @param <O> what it gets back
 */
public final class GroupCommit<I, O> {
  private static final int TRIES = 3;
  private final int most;
  private final Function<List<I>, List<O>> write;
  private final ConcurrentLinkedQueue<Waiting<I, O>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * @param most how many share a transaction at the most
   * @param write commits all of them, or none, and answers in their order
   */
  public GroupCommit(int most, Function<List<I>, List<O>> write) {
    this.most = most;
    this.write = write;
  }

  /** One whose caller waits for the commit. */
  private static final class Waiting<I, O> {
    private final I item;
    private @Nullable O result;
    private @Nullable RuntimeException failure;
    private volatile boolean done;

    Waiting(I item) {
      this.item = item;
    }

    void end(@Nullable O result, @Nullable RuntimeException failure) {
      this.result = result;
      this.failure = failure;
      done = true;
    }
  }

  /** @throws ServiceUnavailable when it could not be committed; nothing of it is stored */
  public O commit(I item) {
    var mine = new Waiting<I, O>(item);
    waiting.add(mine);
    turn.lock();
    try {
      while (!mine.done) {
        writeTogether();
      }
    } finally {
      turn.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return mine.result;
  }

  private void writeTogether() {
    var batch = new ArrayList<Waiting<I, O>>();
    for (Waiting<I, O> next; batch.size() < most && (next = waiting.poll()) != null; ) {
      batch.add(next);
    }
    try {
      var results = write(batch.stream().map(w -> w.item).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).end(results.get(i), null);
      }
    } catch (RuntimeException e) {
      batch.forEach(w -> w.end(null, new ServiceUnavailable("database", e)));
    }
  }

  private List<O> write(List<I> items) {
    for (int attempt = 1; ; attempt++) {
      try {
        return write.apply(items);
      } catch (RuntimeException e) {
        // Another node, or another kind of work, may be writing the same rows.
        if (attempt == TRIES || !Statements.contended(e)) {
          throw e;
        }
      }
    }
  }
}
