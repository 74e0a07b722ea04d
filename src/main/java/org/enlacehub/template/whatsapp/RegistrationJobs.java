package org.enlacehub.template.whatsapp;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** How often the carrier's account is looked at, by one request; WhatsApp takes minutes to a day for an approval. */
@Singleton
class RegistrationJobs implements StandingJobs {
  static final String SYNC = "template:whatsapp";
  private static final Duration PERIOD = Duration.ofMinutes(1);

  @Override
  public void register(Schedules schedules) {
    schedules.every(SYNC, RegistrationJob.class, PERIOD);
  }
}
