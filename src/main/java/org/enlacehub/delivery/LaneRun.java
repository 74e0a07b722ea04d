package org.enlacehub.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.enlacehub.channel.Carrier;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.SendOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of work on a lane: the calling thread picks, decides and claims batches; as many threads as the sender has
 * connections hand them over at the sender's rate; one thread writes outcomes in batches. At most a second's work is claimed
 * ahead, so that a pause, a
 * stop and an urgent message take effect within it. When the turn ends everything claimed has been sent and written.
 */
final class LaneRun {
  private static final Logger LOG = LoggerFactory.getLogger(LaneRun.class);
  private static final int LARGEST_BATCH = 1_000;
  private static final int AHEAD_WITHOUT_RATE = 3_000;
  private static final Duration IDLE_POLL = Duration.ofMillis(150);
  private static final int OUTCOMES_TOGETHER = 1_000;
  private static final Duration GATHER = Duration.ofMillis(15);
  private final Sender sender;
  private final Carrier carrier;
  private final Pacer pacer;
  private final LaneHealth health;
  private final LaneFeed feed;
  private final LaneSteps steps;
  private final Clock clock;
  private final PriorityBlockingQueue<Claimed> ready = new PriorityBlockingQueue<>(64, Claimed.URGENT_FIRST);
  private final LinkedBlockingQueue<Attempt> done = new LinkedBlockingQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile boolean ending;

  LaneRun(Sender sender, Carrier carrier, Pacer pacer, LaneHealth health, LaneFeed feed, LaneSteps steps, Clock clock) {
    this.sender = sender;
    this.carrier = carrier;
    this.pacer = pacer;
    this.health = health;
    this.feed = feed;
    this.steps = steps;
    this.clock = clock;
  }

  /** Something to hand over, with its place in line. */
  private record Claimed(Decision.Send send, long place) {
    static final Comparator<Claimed> URGENT_FIRST = Comparator.<Claimed, Priority>comparing(c -> c.send().row().priority())
        .thenComparingLong(Claimed::place);
  }

  /**
   * Works until the time is over, or nothing was due for {@code idle}.
   *
   * @return messages handed over
   */
  int until(Instant end, Duration idle) {
    int claimed = 0;
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (int i = 0; i < sender.connections(); i++) {
        threads.submit(this::hand);
      }
      var writer = threads.submit(this::write);
      claimed = claimAll(end, idle);
      ending = true;
      writer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.error("Lane {}: outcomes could not be written; what is open is uncertain", sender.id(), e.getCause());
    } finally {
      ending = true;
      stop(threads);
    }
    return claimed;
  }

  private int claimAll(Instant end, Duration idle) {
    int claimed = 0;
    var workedAt = clock.instant();
    while (clock.instant().isBefore(end) && !Thread.currentThread().isInterrupted()) {
      if (health.mode() == LaneMode.STOPPED && stopped.get()) {
        break;
      }
      int room = ahead() - open.get();
      if (room < Math.min(batch(), Math.max(1, ahead() / 2)) || !health.mayTry()) {
        LockSupport.parkNanos(health.mayTry() ? TimeUnit.MILLISECONDS.toNanos(2) : IDLE_POLL.toNanos());
        if (!health.mayTry() && Duration.between(workedAt, clock.instant()).compareTo(idle) > 0) {
          break;
        }
        continue;
      }
      var rows = feed.next(Math.min(room, batch()));
      if (!rows.isEmpty()) {
        claimed += claim(rows);
        workedAt = clock.instant();
      } else if (Duration.between(workedAt, clock.instant()).compareTo(idle) > 0) {
        break;
      } else {
        LockSupport.parkNanos(IDLE_POLL.toNanos());
      }
    }
    return claimed;
  }

  private int claim(List<MessageRow> rows) {
    var sends = steps.claim(rows, sender);
    open.addAndGet(sends.size());
    long place = System.nanoTime();
    for (var send : sends) {
      ready.add(new Claimed(send, place++));
    }
    return sends.size();
  }

  private void hand() {
    while (true) {
      Claimed next;
      try {
        next = ready.poll(50, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
      if (next == null) {
        if (ending && open.get() == 0) {
          return;
        }
        continue;
      }
      done.add(attempt(next.send()));
    }
  }

  private Attempt attempt(Decision.Send send) {
    if (stopped.get()) {
      return new Attempt(send, null, clock.instant());
    }
    pacer.await();
    if (stopped.get()) {
      return new Attempt(send, null, clock.instant());
    }
    var started = clock.instant();
    SendOutcome outcome;
    try {
      outcome = carrier.send(sender, send.outgoing());
    } catch (RuntimeException | Error e) {
      LOG.error("Lane {}: the carrier's adapter failed with {}", sender.id(), e.getClass().getName());
      outcome = new SendOutcome.Uncertain("adapter-failed");
    }
    if (health.note(outcome)) {
      stopped.set(true);
      steps.laneStopped(sender, outcome);
    }
    pacer.slow(health.mode() != LaneMode.NORMAL);
    return new Attempt(send, outcome, started);
  }

  private void write() {
    var batch = new ArrayList<Attempt>();
    while (true) {
      try {
        var first = done.poll(50, TimeUnit.MILLISECONDS);
        if (first == null) {
          if (ending && open.get() == 0) {
            return;
          }
          continue;
        }
        batch.add(first);
        gather(batch);
      } catch (InterruptedException e) {
        return;
      }
      steps.write(batch, health, sender);
      open.addAndGet(-batch.size());
      batch.clear();
    }
  }

  /** A full batch, or what comes within a moment: alone, a message is written at once when nothing else is on its way. */
  private void gather(List<Attempt> batch) throws InterruptedException {
    long until = System.nanoTime() + GATHER.toNanos();
    while (batch.size() < OUTCOMES_TOGETHER) {
      done.drainTo(batch, OUTCOMES_TOGETHER - batch.size());
      long left = until - System.nanoTime();
      if (left <= 0 || batch.size() >= open.get()) {
        return;
      }
      var next = done.poll(left, TimeUnit.NANOSECONDS);
      if (next != null) {
        batch.add(next);
      }
    }
  }

  private int ahead() {
    return switch (health.mode()) {
      case NORMAL -> sender.perSecond() == 0 ? AHEAD_WITHOUT_RATE : Math.clamp(sender.perSecond(), 2, AHEAD_WITHOUT_RATE);
      case SLOW -> Math.clamp(sender.perSecond() / 10, 1, sender.connections());
      case HEARTBEAT, STOPPED -> 1;
    };
  }

  private int batch() {
    return Math.clamp(ahead() / 3, 1, LARGEST_BATCH);
  }

  private static void stop(ExecutorService threads) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
