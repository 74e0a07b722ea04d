package org.enlacehub.inbound;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Does work on virtual threads: what belongs to one sender one after the other and in order, different senders side by side, a bounded
 * number at once. What has no room is refused, so that one who writes a thousand times holds up nobody else.
 */
final class BySender implements AutoCloseable {
  private static final int STOP_SECONDS = 10;
  private final int most;
  private final int mostOfOne;
  private final Semaphore atOnce;
  private final LongConsumer work;
  private final Map<String, ArrayDeque<Long>> lines = new HashMap<>();
  private final Set<Long> waiting = new HashSet<>();
  /** Not one of Micronaut's: a task there would inherit the request's connection. */
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param atOnce how many are worked on at a time
   * @param most how many may wait in all
   * @param mostOfOne how many of one sender may wait
   * @param work what is done with each; it throws nothing
   */
  BySender(int atOnce, int most, int mostOfOne, LongConsumer work) {
    this.atOnce = new Semaphore(atOnce);
    this.most = most;
    this.mostOfOne = mostOfOne;
    this.work = work;
  }

  /** False when it waits already, or there is no room: it stays where it is stored. */
  boolean offer(String sender, long id) {
    synchronized (lines) {
      var line = lines.get(sender);
      if (waiting.size() >= most || line != null && line.size() >= mostOfOne || !waiting.add(id)) {
        return false;
      }
      if (line != null) {
        line.add(id);
        return true;
      }
      lines.put(sender, new ArrayDeque<>(List.of(id)));
    }
    threads.submit(() -> workOff(sender));
    return true;
  }

  /** True while nothing waits and nothing is worked on. */
  boolean idle() {
    synchronized (lines) {
      return waiting.isEmpty();
    }
  }

  private void workOff(String sender) {
    for (Long next = first(sender); next != null; next = after(sender)) {
      atOnce.acquireUninterruptibly();
      try {
        work.accept(next);
      } finally {
        atOnce.release();
      }
    }
  }

  private long first(String sender) {
    synchronized (lines) {
      return lines.get(sender).element();
    }
  }

  /** The next one of a sender once the first is done; null, and the line is gone, when there is none. */
  private @Nullable Long after(String sender) {
    synchronized (lines) {
      var line = lines.get(sender);
      waiting.remove(line.remove());
      if (line.isEmpty()) {
        lines.remove(sender);
      }
      return line.peek();
    }
  }

  @Override
  public void close() throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
  }
}
