package org.enlacehub.inbound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does work on virtual threads: what belongs to one sender one after the other and in order, different senders side by side and, when many
 * wait, several of them together. What has no room is refused, so that one who writes a thousand times holds up nobody else.
 */
final class BySender implements AutoCloseable {
  private static final int STOP_SECONDS = 10;
  private final int atOnce;
  private final int together;
  private final int most;
  private final int mostOfOne;
  private final Consumer<List<Long>> work;
  private final Map<String, ArrayDeque<Long>> lines = new HashMap<>();
  /** Senders whose first one waits and is in nobody's hands. */
  private final ArrayDeque<String> ready = new ArrayDeque<>();
  private final Set<Long> waiting = new HashSet<>();
  private int working;
  /** Not one of Micronaut's: a task there would inherit the request's connection. */
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param atOnce how many groups are worked on at a time
   * @param together how many different senders' make a group at the most
   * @param most how many may wait in all
   * @param mostOfOne how many of one sender may wait
   * @param work what is done with a group; it throws nothing
   */
  BySender(int atOnce, int together, int most, int mostOfOne, Consumer<List<Long>> work) {
    this.atOnce = atOnce;
    this.together = together;
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
      ready.add(sender);
      if (working == atOnce) {
        return true;
      }
      working++;
    }
    threads.submit(this::workOff);
    return true;
  }

  /** True while nothing waits and nothing is worked on. */
  boolean idle() {
    synchronized (lines) {
      return waiting.isEmpty();
    }
  }

  private void workOff() {
    for (var group = next(); !group.isEmpty(); group = next()) {
      try {
        work.accept(group.stream().map(this::first).toList());
      } finally {
        done(group);
      }
    }
  }

  /** The senders whose turn it is; none, and the caller's work is over, when nobody waits. */
  private List<String> next() {
    synchronized (lines) {
      var group = new ArrayList<String>();
      // What waits is shared among those that work, so that few are not all done one after the other.
      int share = Math.clamp((ready.size() + atOnce - 1) / atOnce, 1, together);
      while (group.size() < share && !ready.isEmpty()) {
        group.add(ready.poll());
      }
      if (group.isEmpty()) {
        working--;
      }
      return group;
    }
  }

  private long first(String sender) {
    synchronized (lines) {
      return lines.get(sender).element();
    }
  }

  /** Those who have more wait at the end for their next turn. */
  private void done(List<String> group) {
    synchronized (lines) {
      for (var sender : group) {
        var line = lines.get(sender);
        waiting.remove(line.remove());
        if (line.isEmpty()) {
          lines.remove(sender);
        } else {
          ready.add(sender);
        }
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
  }
}
