package org.enlacehub.delivery.optin;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Asks those who were claimed to agree since the last time. */
@Prototype
public class OptInJob implements ExclusiveJob {
  private final OptInRequests requests;

  OptInJob(OptInRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(JobExecutionContext context) {
    requests.send();
  }
}
