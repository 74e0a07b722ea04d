package org.enlacehub.platform.id;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Hands out ids that are unique over all tables and all nodes. They are taken from the database in blocks, so that an id costs no
 * round trip; a block's unused rest is lost at a stop, which leaves gaps and harms nothing. Ids of different nodes are not in order
 * of time: order by a time column where time matters.
 */
@Singleton
public class Ids {
  private static final int FIRST_BLOCK = 200;
  private static final int LARGEST_BLOCK = 50_000;
  private static final Duration BUSY = Duration.ofSeconds(2);
  private final IdBlocks blocks;
  private final Clock clock;
  private long next;
  private long end;
  private int size = FIRST_BLOCK;
  private Instant lastRefill = Instant.EPOCH;

  Ids(IdBlocks blocks, Clock clock) {
    this.blocks = blocks;
    this.clock = clock;
  }

  /** A new id. */
  public synchronized long next() {
    if (next == end) {
      refill(1);
    }
    return next++;
  }

  /** The first of {@code n} new ids that follow each other. */
  public synchronized long block(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a block holds at least one id");
    }
    if (end - next < n) {
      refill(n);
    }
    long first = next;
    next += n;
    return first;
  }

  /** Who needs many soon gets more at once, and less only little by little: taking a block is a commit. */
  private void refill(int needed) {
    var now = clock.instant();
    boolean busy = Duration.between(lastRefill, now).compareTo(BUSY) < 0;
    size = busy ? Math.min(LARGEST_BLOCK, size * 4) : Math.max(FIRST_BLOCK, size / 2);
    lastRefill = now;
    int taken = Math.max(size, needed);
    next = blocks.take(taken);
    end = next + taken;
  }
}
