package org.enlacehub.inquiry.urgent;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Takes the steps that are due of every alarm; what a dead node left behind is still due for the next one. */
@Prototype
public class AlarmJob implements ExclusiveJob {
  private final Alarms alarms;

  AlarmJob(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public void execute(JobExecutionContext context) {
    alarms.run();
  }
}
