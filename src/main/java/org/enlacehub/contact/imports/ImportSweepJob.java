package org.enlacehub.contact.imports;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Begins imports that wait or were left behind, and removes what is kept no longer. */
@Prototype
class ImportSweepJob implements ExclusiveJob {
  private final ImportSchedule schedule;

  ImportSweepJob(ImportSchedule schedule) {
    this.schedule = schedule;
  }

  @Override public void execute(JobExecutionContext context) {
    schedule.begin();
    schedule.tidy();
  }
}
