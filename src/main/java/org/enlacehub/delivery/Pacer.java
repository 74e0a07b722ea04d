package org.enlacehub.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a sender's rate: never more than {@code perSecond} messages reach the carrier in any window of one second. Starts are
 * spaced evenly over a second and a guard, for calls take different times on their way: with starts at least (1 s + guard) / N
 * apart, any
 * second at the carrier holds at most N as long as delays differ by less than the guard. A start that comes late by more than
 * half the guard gives its place up and takes a new one.
 */
final class Pacer {
  static final Duration GUARD = Duration.ofMillis(80);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private final int perSecond;
  private final long tolerance;
  private long spacing;
  private long next;

  /** @param perSecond 0 for no limit */
  Pacer(int perSecond) {
    this.perSecond = perSecond;
    this.tolerance = GUARD.toNanos() / 2;
    this.spacing = spacing(perSecond);
    this.next = System.nanoTime();
  }

  /** Somebody else may have sent by this sender until just now: begin with an empty second. */
  synchronized void startAfterOthers() {
    if (perSecond > 0) {
      next = Math.max(next, System.nanoTime() + SECOND + GUARD.toNanos());
    }
  }

  /** Sends slower while the carrier fails; {@code tenth} of the rate, or all of it. */
  synchronized void slow(boolean tenth) {
    spacing = tenth ? Math.max(spacing(perSecond) * 10, TimeUnit.MILLISECONDS.toNanos(100)) : spacing(perSecond);
  }

  /** Waits for a place. */
  void await() {
    while (true) {
      long place = take();
      if (place == Long.MIN_VALUE) {
        return;
      }
      long wait;
      while ((wait = place - System.nanoTime()) > 0) {
        LockSupport.parkNanos(wait);
      }
      if (-wait <= tolerance) {
        return;
      }
    }
  }

  private synchronized long take() {
    if (spacing == 0) {
      return Long.MIN_VALUE;
    }
    long place = Math.max(next, System.nanoTime());
    next = place + spacing;
    return place;
  }

  private static long spacing(int perSecond) {
    return perSecond == 0 ? 0 : (SECOND + GUARD.toNanos() + perSecond - 1) / perSecond;
  }
}
