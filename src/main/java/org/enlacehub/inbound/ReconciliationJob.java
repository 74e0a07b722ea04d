package org.enlacehub.inbound;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Compares what we stored with the carrier's own list. */
@Prototype
public class ReconciliationJob implements ExclusiveJob {
  private final Reconciliation reconciliation;

  ReconciliationJob(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @Override
  public void execute(JobExecutionContext context) {
    reconciliation.run();
  }
}
