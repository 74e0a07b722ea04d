package org.enlacehub.inquiry.assignment;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** The standing job of assignment. */
@Singleton
class AssignmentJobs implements StandingJobs {
  private static final Duration OFTEN = Duration.ofSeconds(10);

  @Override
  public void register(Schedules schedules) {
    schedules.every("inquiry:assignment", AssignmentJob.class, OFTEN);
  }
}
