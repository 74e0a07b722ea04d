package org.enlacehub.delivery.optin;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** The room's standing job. */
@Singleton
class OptInJobs implements StandingJobs {
  private static final Duration PERIOD = Duration.ofSeconds(10);

  @Override
  public void register(Schedules schedules) {
    schedules.every("delivery:opt-in", OptInJob.class, PERIOD);
  }
}
