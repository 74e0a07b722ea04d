package org.enlacehub.inbound.mail;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Takes up mails that could not be sorted at once, and forgets what is nobody's and old. */
@Prototype
public class MailSweepJob implements ExclusiveJob {
  private final Mails mails;
  private final MailUpkeep upkeep;

  MailSweepJob(Mails mails, MailUpkeep upkeep) {
    this.mails = mails;
    this.upkeep = upkeep;
  }

  @Override
  public void execute(JobExecutionContext context) {
    mails.sweep();
    upkeep.run();
  }
}
