package org.enlacehub.inquiry.bymail;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** The standing job of mails to officers. */
@Singleton
class ByMailJobs implements StandingJobs {

  @Override
  public void register(Schedules schedules) {
    schedules.every("inquiry:notices", NoticeUpkeepJob.class, Duration.ofHours(1));
  }
}
