package org.enlacehub.contact.bulk;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Keeps acts for many contacts going, and their lists short-lived. */
@Prototype
class BulkSweepJob implements ExclusiveJob {
  private final BulkActs acts;

  BulkSweepJob(BulkActs acts) {
    this.acts = acts;
  }

  @Override
  public void execute(JobExecutionContext context) {
    acts.sweep();
  }
}
