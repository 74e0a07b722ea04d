package org.enlacehub.inbound.mail;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** The standing jobs of mail that comes in. */
@Singleton
class MailJobs implements StandingJobs {
  private final Optional<OurMailbox> mailbox;

  MailJobs(Optional<OurMailbox> mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public void register(Schedules schedules) {
    if (mailbox.isPresent()) {
      schedules.every("mail:mailbox", MailboxJob.class, Duration.ofSeconds(2));
    } else {
      schedules.cancel("mail:mailbox");
    }
    schedules.every("mail:sweep", MailSweepJob.class, Duration.ofSeconds(20));
  }
}
