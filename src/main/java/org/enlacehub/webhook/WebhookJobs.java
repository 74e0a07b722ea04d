package org.enlacehub.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** The room's standing jobs. */
@Singleton
class WebhookJobs implements StandingJobs {

  @Override
  public void register(Schedules schedules) {
    schedules.every("webhook:dispatch", DispatchJob.class, Duration.ofSeconds(2));
    schedules.every("webhook:retention", NoticeRetentionJob.class, Duration.ofHours(1));
  }
}
