package org.enlacehub.contact.bulk;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Works on one act for many contacts. */
@Prototype
class BulkJob implements ExclusiveJob {
  private final BulkRun run;

  BulkJob(BulkRun run) {
    this.run = run;
  }

  @Override
  public void execute(JobExecutionContext context) {
    run.work(context.getMergedJobDataMap().getLongValueFromString(BulkActs.ID));
  }
}
