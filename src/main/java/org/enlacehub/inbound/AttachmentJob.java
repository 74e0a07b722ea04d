package org.enlacehub.inbound;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Brings pictures, recordings and documents from the carrier. */
@Prototype
public class AttachmentJob implements ExclusiveJob {
  private final AttachmentFetch fetch;

  AttachmentJob(AttachmentFetch fetch) {
    this.fetch = fetch;
  }

  @Override
  public void execute(JobExecutionContext context) {
    fetch.run();
  }
}
