package org.enlacehub.inbound.mail;

import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** One turn at the mailbox, on one node at a time; ends before the scheduler would call it late. */
@Prototype
public class MailboxJob implements ExclusiveJob {
  private static final Duration TURN = Duration.ofSeconds(50);
  private final MailboxTurn mailbox;

  MailboxJob(MailboxTurn mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public void execute(JobExecutionContext context) {
    mailbox.run(TURN);
  }
}
