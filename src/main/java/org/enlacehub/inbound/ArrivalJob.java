package org.enlacehub.inbound;

import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Takes up messages that were stored and could not be handed on at once. */
@Prototype
public class ArrivalJob implements ExclusiveJob {
  private final Inbox inbox;

  ArrivalJob(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void execute(@Nullable JobExecutionContext context) {
    inbox.sweep();
  }
}
