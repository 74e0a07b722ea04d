package org.enlacehub.inquiry.urgent;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Looks ahead for hours that nobody covers. */
@Prototype
public class CoverJob implements ExclusiveJob {
  private final Cover cover;

  CoverJob(Cover cover) {
    this.cover = cover;
  }

  @Override
  public void execute(JobExecutionContext context) {
    cover.warn();
  }
}
