package org.enlacehub.delivery;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Fallbacks that are due, counts that have grown long, messages whose sender exists by now. */
@Prototype
public class DeliverySweepJob implements ExclusiveJob {
  private final DeliverySweep sweep;

  DeliverySweepJob(DeliverySweep sweep) {
    this.sweep = sweep;
  }

  @Override
  public void execute(JobExecutionContext context) {
    sweep.run();
  }
}
