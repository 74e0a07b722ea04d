package org.enlacehub.campaign;

import io.micronaut.context.annotation.Prototype;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Goes on with what was interrupted, watches what runs, and ends what is done. */
@Prototype
@DisallowConcurrentExecution
public class CampaignSweepJob implements Job {
  private final CampaignWork work;

  CampaignSweepJob(CampaignWork work) {
    this.work = work;
  }

  @Override
  public void execute(JobExecutionContext context) {
    work.sweep();
  }
}
