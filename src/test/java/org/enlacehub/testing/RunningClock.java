package org.enlacehub.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs as clocks do, from a moment of the test's choice, and can be put forward: for work that measures its own time. */
public final class RunningClock extends Clock {
  private volatile Instant base;
  private volatile long since = System.nanoTime();

  public RunningClock(Instant now) {
    base = now;
  }

  public void set(Instant instant) {
    base = instant;
    since = System.nanoTime();
  }

  public void tick(Duration duration) {
    set(instant().plus(duration));
  }

  @Override
  public Instant instant() {
    return base.plusNanos(System.nanoTime() - since);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
