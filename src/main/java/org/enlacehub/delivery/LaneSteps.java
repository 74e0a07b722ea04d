package org.enlacehub.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.enlacehub.channel.SendOutcome;
import org.enlacehub.channel.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a lane that touch the database, each its own short transaction; and what others are told. */
@Singleton
class LaneSteps {
  private static final Logger LOG = LoggerFactory.getLogger(LaneSteps.class);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private final Decisions decisions;
  private final Claims claims;
  private final Outcomes outcomes;
  private final LaneRepository lanes;
  private final NodePresence node;
  private final ApplicationEventPublisher<Object> events;
  private final MeterRegistry meters;
  private final Clock clock;

  LaneSteps(Decisions decisions, Claims claims, Outcomes outcomes, LaneRepository lanes, NodePresence node,
      ApplicationEventPublisher<Object> events, MeterRegistry meters, Clock clock) {
    this.decisions = decisions;
    this.claims = claims;
    this.outcomes = outcomes;
    this.lanes = lanes;
    this.node = node;
    this.events = events;
    this.meters = meters;
    this.clock = clock;
  }

  /** Decides about due messages and claims those that may leave; when this returns it is committed that they are being sent. */
  List<Decision.Send> claim(List<MessageRow> rows, Sender sender) {
    var claimed = claims.take(decisions.about(rows, sender, clock.instant()), sender, node.boot(), node.node());
    claimed.failed().forEach(events::publishEventAsync);
    return claimed.sends();
  }

  /**
   * Writes outcomes, and does not give up while the database is away: without this, what the carriers took would be uncertain.
   */
  void write(List<Attempt> attempts, LaneHealth health, Sender sender) {
    count(attempts, sender);
    while (true) {
      try {
        outcomes.write(attempts, node.boot()).forEach(events::publishEventAsync);
        if (health.takeChanged()) {
          health.save(lanes, sender.id());
        }
        return;
      } catch (RuntimeException e) {
        LOG.warn("Outcomes of lane {} are not written yet ({}); trying again", sender.id(), e.getClass().getSimpleName());
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }

  /** Someone must look: the carrier refuses our account or settings. */
  void laneStopped(Sender sender, SendOutcome outcome) {
    var code = outcome instanceof SendOutcome.OurFault(var why) ? why : "unknown";
    LOG.error("Lane {} has stopped: the carrier refuses our account or settings ({})", sender.id(), code);
    events.publishEventAsync(new LaneStopped(sender.id(), code));
  }

  private void count(List<Attempt> attempts, Sender sender) {
    for (var attempt : attempts) {
      if (attempt.outcome() != null) {
        meters.counter("enlace.messages.attempts", "lane", sender.id(), "outcome", attempt.outcome().getClass().getSimpleName())
            .increment();
      }
    }
  }
}
