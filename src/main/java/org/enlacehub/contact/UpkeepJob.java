package org.enlacehub.contact;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings contacts in line with the configuration, at each start and daily. */
@Prototype
class UpkeepJob implements ExclusiveJob {
  private static final Logger LOG = LoggerFactory.getLogger(UpkeepJob.class);
  private final Upkeep upkeep;

  UpkeepJob(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public void execute(JobExecutionContext context) {
    long reassigned = upkeep.reassign();
    long rewrapped = upkeep.rewrap();
    long named = upkeep.nameFully();
    if (reassigned + rewrapped + named > 0) {
      LOG.info("contacts reassigned to another consulate: {}, keys wrapped anew: {}, names made comparable: {}", reassigned, rewrapped, named);
    }
  }
}
