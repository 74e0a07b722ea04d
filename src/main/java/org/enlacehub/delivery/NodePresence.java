package org.enlacehub.delivery;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.enlacehub.platform.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This start of this node: the claim that stands in messages which it is sending. A new start ends all earlier ones of the same
 * node, so that what they were sending is taken up at once.
 */
@Singleton
@Requires(property = "datasources.default.url")
class NodePresence {
  /** A node that was not seen for so long is dead to the others. */
  static final Duration DEAD_AFTER = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(NodePresence.class);
  private final LaneRepository lanes;
  private final Clock clock;
  private final String node;
  private final Ids ids;
  private long boot;

  NodePresence(LaneRepository lanes, Ids ids, Clock clock, @Property(name = "enlace.node-id",
      defaultValue = "node-local") String node) {
    this.lanes = lanes;
    this.ids = ids;
    this.clock = clock;
    this.node = node;
  }

  /** The claim of this start; registered when it is first asked for. */
  synchronized long boot() {
    if (boot == 0) {
      long fresh = ids.next();
      lanes.boot(fresh, node, clock.instant());
      boot = fresh;
    }
    return boot;
  }

  String node() {
    return node;
  }

  /** Claims whose holders live. */
  Set<Long> living() {
    return lanes.living(clock.instant().minus(DEAD_AFTER));
  }

  @Scheduled(fixedDelay = "5s", initialDelay = "5s")
  void beat() {
    try {
      lanes.seen(boot(), clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("This node could not say that it lives: {}", e.getClass().getSimpleName());
    }
  }

  @PreDestroy
  synchronized void end() {
    try {
      if (boot != 0) {
        lanes.ended(boot);
      }
    } catch (RuntimeException e) {
      LOG.info("The end of this node could not be noted; others will find out by its silence");
    }
  }
}
