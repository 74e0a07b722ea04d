package org.enlacehub.inquiry.bymail;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Forgets notices that are too old to be answered. */
@Prototype
public class NoticeUpkeepJob implements ExclusiveJob {
  private final NoticeUpkeep upkeep;

  NoticeUpkeepJob(NoticeUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public void execute(JobExecutionContext context) {
    upkeep.tidy();
  }
}
