package org.enlacehub.platform.quartz;

/** The jobs that a room wants to run all the time; called once at each start, before the scheduler runs. Must be repeatable. */
public interface StandingJobs {
  void register(Schedules schedules);
}
