package org.enlacehub.inquiry.urgent;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** Alarms are looked at every few seconds, on whichever node is free; when each is due stands in its row. */
@Singleton
class UrgentJobs implements StandingJobs {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration AHEAD = Duration.ofMinutes(15);

  @Override
  public void register(Schedules schedules) {
    schedules.every("inquiry:alarms", AlarmJob.class, LOOK);
    schedules.every("inquiry:cover", CoverJob.class, AHEAD);
  }
}
