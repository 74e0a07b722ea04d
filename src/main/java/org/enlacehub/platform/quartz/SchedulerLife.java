package org.enlacehub.platform.quartz;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.event.ApplicationShutdownEvent;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers every room's standing jobs and starts the scheduler when the server takes requests. */
@Singleton
@Requires(beans = Scheduler.class)
class SchedulerLife implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(SchedulerLife.class);
  private final Scheduler scheduler;
  private final Schedules schedules;
  private final List<StandingJobs> standing;
  private final boolean autostart;

  SchedulerLife(Scheduler scheduler, Schedules schedules, List<StandingJobs> standing,
      @Property(name = "enlace.quartz.autostart", defaultValue = "true") boolean autostart) {
    this.scheduler = scheduler;
    this.schedules = schedules;
    this.standing = standing;
    this.autostart = autostart;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    if (!autostart) {
      return;
    }
    standing.forEach(jobs -> jobs.register(schedules));
    try {
      scheduler.start();
    } catch (SchedulerException e) {
      LOG.error("The scheduler did not start; nothing will be sent until it does", e);
    }
  }

  /** Jobs in flight end before the pool closes. */
  @Singleton
  @Requires(beans = Scheduler.class)
  static class Stop implements ApplicationEventListener<ApplicationShutdownEvent> {
    private final Scheduler scheduler;

    Stop(Scheduler scheduler) {
      this.scheduler = scheduler;
    }

    @Override
    public void onApplicationEvent(ApplicationShutdownEvent event) {
      try {
        scheduler.shutdown(true);
      } catch (SchedulerException e) {
        LOG.warn("The scheduler did not stop cleanly; other nodes take up its jobs", e);
      }
    }
  }
}
