package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.enlacehub.channel.Carriers;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.Senders;

/** The lanes of this node: one for each sender, with its rate and its health kept between turns. */
@Singleton
public class Lanes {
  /** A turn ends before the scheduler would call it late. */
  private static final Duration TURN = Duration.ofSeconds(45);
  private static final Duration IDLE = Duration.ofSeconds(3);
  private static final Duration RECENT = Duration.ofSeconds(2);
  private final Senders senders;
  private final Carriers carriers;
  private final MessageRepository messages;
  private final LaneRepository repository;
  private final LaneSteps steps;
  private final NodePresence node;
  private final Clock clock;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  Lanes(Senders senders, Carriers carriers, MessageRepository messages, LaneRepository repository, LaneSteps steps,
      NodePresence node,
      Clock clock) {
    this.senders = senders;
    this.carriers = carriers;
    this.messages = messages;
    this.repository = repository;
    this.steps = steps;
    this.node = node;
    this.clock = clock;
  }

  /** What one lane keeps in memory. */
  private static final class Lane {
    private final Pacer pacer;
    private final LaneHealth health;
    private final LaneFeed feed;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean known;

    Lane(Pacer pacer, LaneHealth health, LaneFeed feed) {
      this.pacer = pacer;
      this.health = health;
      this.feed = feed;
    }
  }

  /** How a lane does, for the console and for health. */
  public record LaneView(String lane, String channel, LaneMode mode, @Nullable String errorCode, Instant since) {}

  /** One turn on a lane: until nothing was due for a moment, or its time is over. Returns how many messages were handed over. */
  public int work(String laneId) {
    return work(laneId, TURN, IDLE);
  }

  /** As {@link #work(String)} with other limits, for tests and benches. */
  public int work(String laneId, Duration turn, Duration idle) {
    var sender = senders.find(laneId).orElse(null);
    if (sender == null) {
      return 0;
    }
    var lane = lanes.computeIfAbsent(laneId, _ -> new Lane(new Pacer(sender.perSecond()), new LaneHealth(clock),
        new LaneFeed(laneId, messages, repository, clock)));
    if (!lane.turn.tryLock()) {
      return 0;
    }
    try {
      return work(lane, sender, turn, idle);
    } finally {
      lane.turn.unlock();
    }
  }

  private int work(Lane lane, Sender sender, Duration turn, Duration idle) {
    var now = clock.instant();
    var row = repository.lane(sender.id());
    if (row.isEmpty()) {
      repository.register(sender.id(), now);
      row = repository.lane(sender.id());
    }
    var before = row.orElseThrow();
    boolean ours = lane.known && before.holder() == null;
    if (!ours) {
      lane.health.restore(before);
    }
    if (!lane.health.mayTry() || !repository.lease(sender.id(), node.boot(), node.node(), now, now.plus(Claims.LEASE))) {
      return 0;
    }
    if (!ours && (before.holder() != null || before.lastSend() != null && before.lastSend().plus(RECENT).isAfter(now))) {
      lane.pacer.startAfterOthers();
    }
    lane.known = true;
    try {
      return new LaneRun(sender, carriers.of(sender.channel()), lane.pacer, lane.health, lane.feed, steps, clock)
          .until(now.plus(turn), idle);
    } finally {
      repository.release(sender.id(), node.boot(), clock.instant());
    }
  }

  /** Every lane of the configuration. */
  public List<LaneView> all() {
    var rows = repository.lanes();
    return senders.all().stream().map(sender -> rows.stream().filter(r -> r.lane().equals(sender.id())).findFirst()
        .map(r -> new LaneView(r.lane(), sender.channel().code(), r.mode(), r.errorCode(), r.since()))
        .orElse(new LaneView(sender.id(), sender.channel().code(), LaneMode.NORMAL, null, clock.instant()))).toList();
  }

  /** An officer has mended what stopped the lane: it tries at full speed again. */
  public void resume(String laneId) {
    repository.mode(laneId, LaneMode.NORMAL, null, 0, clock.instant(), null);
    var lane = lanes.get(laneId);
    if (lane != null) {
      repository.lane(laneId).ifPresent(lane.health::restore);
    }
  }
}
