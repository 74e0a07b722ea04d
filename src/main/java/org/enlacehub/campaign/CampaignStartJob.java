package org.enlacehub.campaign;

import io.micronaut.context.annotation.Prototype;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** A campaign's time has come. */
@Prototype
@DisallowConcurrentExecution
public class CampaignStartJob implements Job {
  private final CampaignWork work;

  CampaignStartJob(CampaignWork work) {
    this.work = work;
  }

  @Override
  public void execute(JobExecutionContext context) {
    work.start(Long.parseLong(context.getMergedJobDataMap().getString(CampaignClock.CAMPAIGN)));
  }
}
