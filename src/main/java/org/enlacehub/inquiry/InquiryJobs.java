package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** The jobs of the desk. */
@Singleton
class InquiryJobs implements StandingJobs {
  private static final Duration SWEEP = Duration.ofSeconds(30);

  @Override
  public void register(Schedules schedules) {
    schedules.every("inquiry:sweep", InquirySweepJob.class, SWEEP);
  }
}
