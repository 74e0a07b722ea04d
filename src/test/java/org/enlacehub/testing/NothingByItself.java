package org.enlacehub.testing;

import io.micronaut.test.annotation.MockBean;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;

/** A test in which nothing happens by itself: its clock goes when the test says so, and no job runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class NothingByItself implements TestDatabase {
  protected final SettableClock clock;

  /** @param start what the clock shows at first */
  protected NothingByItself(Instant start) {
    this.clock = new SettableClock(start);
  }

  @MockBean(Clock.class)
  protected Clock clock() {
    return clock;
  }

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }
}
