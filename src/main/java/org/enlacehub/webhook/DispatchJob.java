package org.enlacehub.webhook;

import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Sends the notices that are due. */
@Prototype
public class DispatchJob implements ExclusiveJob {
  private final Dispatch dispatch;

  DispatchJob(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  @Override
  public void execute(@Nullable JobExecutionContext context) {
    dispatch.run();
  }
}
