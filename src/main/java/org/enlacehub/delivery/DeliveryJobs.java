package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.enlacehub.channel.Senders;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** The jobs of the outbox. A lane that has work keeps its turn; the period only says how soon it begins another. */
@Singleton
class DeliveryJobs implements StandingJobs {
  private static final Duration LANE = Duration.ofSeconds(1);
  private static final Duration EVIDENCE = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private final Senders senders;

  DeliveryJobs(Senders senders) {
    this.senders = senders;
  }

  @Override
  public void register(Schedules schedules) {
    for (var sender : senders.all()) {
      schedules.every("delivery:lane:" + sender.id(), LaneJob.class, LANE, Map.of(LaneJob.LANE, sender.id()));
    }
    schedules.every("delivery:evidence", EvidenceJob.class, EVIDENCE);
    schedules.every("delivery:sweep", DeliverySweepJob.class, SWEEP);
  }
}
