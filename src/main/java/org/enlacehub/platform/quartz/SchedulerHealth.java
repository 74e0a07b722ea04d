package org.enlacehub.platform.quartz;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.enlacehub.platform.health.Probe;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.reactivestreams.Publisher;

/** Whether this node's scheduler runs: without one, what is due waits for another node. */
@Singleton
@Requires(beans = Scheduler.class)
class SchedulerHealth implements HealthIndicator {
  private static final Probe PROBE = new Probe("scheduler", HealthStatus.DOWN, "the database; it starts with the server");
  private final Scheduler scheduler;

  SchedulerHealth(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return PROBE.ask(this::answer);
  }

  private Map<String, Object> answer() throws SchedulerException {
    if (!scheduler.isStarted() || scheduler.isInStandbyMode() || scheduler.isShutdown()) {
      throw new SchedulerException("not running");
    }
    return Map.of("node", scheduler.getSchedulerInstanceId());
  }
}
