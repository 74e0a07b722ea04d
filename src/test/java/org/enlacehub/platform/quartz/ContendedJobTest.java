package org.enlacehub.platform.quartz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Requires;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quartz.JobExecutionContext;

/** A job that is due once and meets another writer. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContendedJobTest implements TestDatabase {
  private static final String ON = "contended-job-test";
  @Inject Schedules schedules;
  @Inject Runs runs;
  @Inject Clock clock;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of(ON, "true");
  }

  /** What the jobs of this test did. */
  @Singleton
  @Requires(property = ON)
  static class Runs {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
  }

  /** Meets a deadlock twice. */
  @Prototype
  @Requires(property = ON)
  public static class TwiceInTheWay implements ExclusiveJob {
    private final Runs runs;

    TwiceInTheWay(Runs runs) {
      this.runs = runs;
    }

    @Override
    public void execute(JobExecutionContext context) {
      if (runs.begun.incrementAndGet() <= 2) {
        throw new IllegalStateException(new SQLException("Deadlock found when trying to get lock", "40001"));
      }
      runs.done.incrementAndGet();
    }
  }

  @Test
  void runsAgainUntilItIsDone() {
    schedules.at("test:contended", TwiceInTheWay.class, clock.instant(), Map.of());
    Until.isTrue("the job is done", Duration.ofSeconds(30), () -> runs.done.get() == 1);
    assertEquals(3, runs.begun.get());
  }
}
