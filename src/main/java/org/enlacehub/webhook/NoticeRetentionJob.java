package org.enlacehub.webhook;

import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Forgets old notices. */
@Prototype
public class NoticeRetentionJob implements ExclusiveJob {
  private final Dispatch dispatch;

  NoticeRetentionJob(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  @Override
  public void execute(@Nullable JobExecutionContext context) {
    dispatch.tidy();
  }
}
