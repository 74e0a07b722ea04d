package org.enlacehub.platform.quartz;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/**
 * Says when jobs run, on whichever node is free. A job that a dead node was running runs again elsewhere, so every job must be
 * repeatable. Names are unique in the cluster, {@code room:what}. Data hold ids only, never personal data.
 */
@Singleton
@Requires(beans = Scheduler.class)
public class Schedules {
  private final Scheduler scheduler;

  Schedules(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Runs a job again and again; a run missed while everything was down is made up once. Repeating the call changes the period. */
  public void every(String name, Class<? extends Job> job, Duration period) {
    every(name, job, period, Map.of());
  }

  public void every(String name, Class<? extends Job> job, Duration period, Map<String, String> data) {
    var trigger = TriggerBuilder.newTrigger().withIdentity(name).startNow()
        .withSchedule(SimpleScheduleBuilder.simpleSchedule().withIntervalInMilliseconds(period.toMillis()).repeatForever()
            .withMisfireHandlingInstructionNowWithRemainingCount()).build();
    put(detail(name, job, data), trigger);
  }

  /** Runs a job once at an instant, or as soon as possible when that has passed. Repeating the call moves the instant. */
  public void at(String name, Class<? extends Job> job, Instant when, Map<String, String> data) {
    var trigger = TriggerBuilder.newTrigger().withIdentity(name).startAt(Date.from(when))
        .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow()).build();
    put(detail(name, job, data), trigger);
  }

  /** Runs a known job as soon as possible, beside its own times; does nothing when the name is unknown. */
  public void trigger(String name) {
    try {
      var key = JobKey.jobKey(name);
      if (scheduler.checkExists(key)) {
        scheduler.triggerJob(key);
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("job " + name + " could not be triggered", e);
    }
  }

  /** Forgets a job; a run in progress ends by itself. */
  public void cancel(String name) {
    try {
      scheduler.deleteJob(JobKey.jobKey(name));
    } catch (SchedulerException e) {
      throw new IllegalStateException("job " + name + " could not be cancelled", e);
    }
  }

  private void put(JobDetail detail, Trigger trigger) {
    try {
      scheduler.scheduleJob(detail, Set.of(trigger), true);
    } catch (ObjectAlreadyExistsException e) {
      // Another node registered it at the same instant: it stands.
    } catch (SchedulerException e) {
      throw new IllegalStateException("job " + detail.getKey().getName() + " could not be scheduled", e);
    }
  }

  private static JobDetail detail(String name, Class<? extends Job> job, Map<String, String> data) {
    return JobBuilder.newJob(job).withIdentity(name).usingJobData(new JobDataMap(data)).requestRecovery().build();
  }
}
