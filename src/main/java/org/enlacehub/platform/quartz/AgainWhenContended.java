package org.enlacehub.platform.quartz;

import org.enlacehub.platform.database.Statements;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/**
 * Runs a job again at once when another writer was in its way (a deadlock, a key that somebody else took first): with several nodes on
 * one database that is daily life and no error, and a job that is due once must not be lost by it.
 */
record AgainWhenContended(Job job) implements Job {
  private static final int TRIES = 3;

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    try {
      job.execute(context);
    } catch (RuntimeException e) {
      if (Statements.contended(e) && context.getRefireCount() < TRIES) {
        throw new JobExecutionException(e, true);
      }
      throw e;
    }
  }
}
