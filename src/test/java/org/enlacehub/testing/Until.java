package org.enlacehub.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;

/** Waits for a condition of something that runs by itself. */
public final class Until {
  private static final long LOOK_MILLIS = 100;

  private Until() {}

  /** Fails when it is not true within the time. */
  public static void isTrue(String what, Duration within, BooleanSupplier condition) {
    long end = System.nanoTime() + within.toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        Assertions.fail("interrupted");
      }
    }
    Assertions.fail("not within " + within.toSeconds() + " s: " + what);
  }
}
