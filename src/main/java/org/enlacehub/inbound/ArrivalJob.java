package org.enlacehub.inbound;

import io.micronaut.context.annotation.Prototype;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Takes up messages that were stored and could not be handed on at once. */
@Prototype
@DisallowConcurrentExecution
public class ArrivalJob implements Job {
  private final Inbox inbox;

  ArrivalJob(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void execute(JobExecutionContext context) {
    inbox.sweep();
  }
}
