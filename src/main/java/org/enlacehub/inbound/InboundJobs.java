package org.enlacehub.inbound;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** The room's standing jobs. */
@Singleton
class InboundJobs implements StandingJobs {

  @Override
  public void register(Schedules schedules) {
    schedules.every("inbound:arrivals", ArrivalJob.class, Duration.ofSeconds(2));
    schedules.every("inbound:aside", AsideRetentionJob.class, Duration.ofHours(1));
    schedules.every("inbound:attachments", AttachmentJob.class, Duration.ofSeconds(5));
    schedules.every("inbound:reconciliation", ReconciliationJob.class, Duration.ofMinutes(1));
  }
}
