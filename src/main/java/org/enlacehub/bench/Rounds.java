package org.enlacehub.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of one act, done again and again in turn with others, in milliseconds. */
final class Rounds {
  private final List<Double> times = new ArrayList<>();

  /** What is measured. */
  @FunctionalInterface
  interface Act {
    void run() throws Exception;
  }

  void time(Act act) throws Exception {
    long start = System.nanoTime();
    act.run();
    times.add((System.nanoTime() - start) / 1e6);
  }

  double median() {
    return at(0.5);
  }

  /** The time that this part of the rounds did not pass. */
  double at(double part) {
    var sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(Math.clamp((int) Math.ceil(part * sorted.size()) - 1, 0, sorted.size() - 1));
  }
}
