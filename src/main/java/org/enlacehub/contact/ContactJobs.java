package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** The room's standing jobs. */
@Singleton
class ContactJobs implements StandingJobs {

  @Override
  public void register(Schedules schedules) {
    schedules.every("contact:upkeep", UpkeepJob.class, Duration.ofDays(1));
    schedules.every(Duplicates.SEARCH, DuplicatesJob.class, Duration.ofDays(1));
  }
}
