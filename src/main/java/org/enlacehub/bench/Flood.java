package org.enlacehub.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Does an act many times from several sides at once. */
final class Flood {
  private Flood() {}

  /**
   * Returns when all are done.
   *
   * @param act gets the number of the turn, from 0; false when it failed
   * @return how many failed
   */
  static int of(int n, int sides, IntPredicate act) {
    var next = new AtomicInteger();
    var failed = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < sides; i++) {
        threads.submit(() -> {
          for (int at; (at = next.getAndIncrement()) < n; ) {
            if (!act.test(at)) {
              failed.incrementAndGet();
            }
          }
        });
      }
    }
    return failed.get();
  }
}
