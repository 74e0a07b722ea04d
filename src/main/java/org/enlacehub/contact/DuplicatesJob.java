package org.enlacehub.contact;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for contacts that may be one person: daily, after imports, and when somebody asks. */
@Prototype
class DuplicatesJob implements ExclusiveJob {
  private static final Logger LOG = LoggerFactory.getLogger(DuplicatesJob.class);
  private final Duplicates duplicates;

  DuplicatesJob(Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  @Override
  public void execute(JobExecutionContext context) {
    LOG.info("pairs of contacts that may be one person: {}", duplicates.search());
  }
}
