package org.enlacehub.campaign;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** A campaign's time has come. */
@Prototype
public class CampaignStartJob implements ExclusiveJob {
  private final CampaignWork work;

  CampaignStartJob(CampaignWork work) {
    this.work = work;
  }

  @Override
  public void execute(JobExecutionContext context) {
    work.start(Long.parseLong(context.getMergedJobDataMap().getString(CampaignClock.CAMPAIGN)));
  }
}
