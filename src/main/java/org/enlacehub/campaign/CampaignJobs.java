package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** The room's standing jobs. */
@Singleton
class CampaignJobs implements StandingJobs {

  @Override
  public void register(Schedules schedules) {
    schedules.every("campaign:sweep", CampaignSweepJob.class, Duration.ofSeconds(5));
  }
}
