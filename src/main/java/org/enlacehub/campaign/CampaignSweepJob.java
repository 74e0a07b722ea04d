package org.enlacehub.campaign;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Goes on with what was interrupted, watches what runs, and ends what is done. */
@Prototype
public class CampaignSweepJob implements ExclusiveJob {
  private final CampaignWork work;

  CampaignSweepJob(CampaignWork work) {
    this.work = work;
  }

  @Override
  public void execute(JobExecutionContext context) {
    work.sweep();
  }
}
