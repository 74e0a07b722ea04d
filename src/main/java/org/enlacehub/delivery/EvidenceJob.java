package org.enlacehub.delivery;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Looks for evidence about messages whose outcome nobody knows. */
@Prototype
public class EvidenceJob implements ExclusiveJob {
  private final Evidence evidence;

  EvidenceJob(Evidence evidence) {
    this.evidence = evidence;
  }

  @Override
  public void execute(JobExecutionContext context) {
    evidence.settle();
  }
}
