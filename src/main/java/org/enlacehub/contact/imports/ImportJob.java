package org.enlacehub.contact.imports;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.contact.Duplicates;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Works on one import. */
@Prototype
class ImportJob implements ExclusiveJob {
  private final ImportRun run;
  private final ImportSchedule schedule;
  private final Duplicates duplicates;

  ImportJob(ImportRun run, ImportSchedule schedule, Duplicates duplicates) {
    this.run = run;
    this.schedule = schedule;
    this.duplicates = duplicates;
  }

  @Override public void execute(JobExecutionContext context) throws JobExecutionException {
    try {
      if (run.work(context.getMergedJobDataMap().getLongValueFromString(ImportSchedule.ID))) {
        schedule.begin();
        duplicates.searchSoon();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // the import's row says that the run came to nothing; the sweep begins another
      throw new JobExecutionException(e);
    }
  }
}
