package org.enlacehub.template.whatsapp;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Registers what was asked for and reads how approvals stand. */
@Prototype
public class RegistrationJob implements ExclusiveJob {
  private final RegistrationSync sync;

  RegistrationJob(RegistrationSync sync) {
    this.sync = sync;
  }

  @Override
  public void execute(JobExecutionContext context) {
    sync.run();
  }
}
