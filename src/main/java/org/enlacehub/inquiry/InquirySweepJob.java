package org.enlacehub.inquiry;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Brings back what was put off. */
@Prototype
public class InquirySweepJob implements ExclusiveJob {
  private final InquirySweep sweep;

  InquirySweepJob(InquirySweep sweep) {
    this.sweep = sweep;
  }

  @Override
  public void execute(JobExecutionContext context) {
    sweep.run();
  }
}
