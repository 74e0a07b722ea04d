package org.enlacehub.inbound;

import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** What was set aside for nobody is forgotten when it is old; apart from the sweep, whose rows it would lock every two seconds. */
@Prototype
public class AsideRetentionJob implements ExclusiveJob {
  private final Inbox inbox;

  AsideRetentionJob(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void execute(@Nullable JobExecutionContext context) {
    inbox.tidy();
  }
}
