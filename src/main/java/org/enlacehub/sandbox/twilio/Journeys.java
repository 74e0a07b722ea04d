package org.enlacehub.sandbox.twilio;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads each booked message through its states and tells the product by receipts. One step of a message at a time, so that its
 * receipts come in order unless they are asked to be shuffled. Bounded: at most {@value #MAX_WAITING} messages under way, at
 * most {@value #AT_ONCE} receipts at once, so many a second as {@link Faults} says.
 */
@Singleton
public final class Journeys {
  private static final Logger LOG = LoggerFactory.getLogger(Journeys.class);
  private static final int MAX_WAITING = 1_000_000;
  private static final int AT_ONCE = 32;

  private final CarrierBook book;
  private final Faults faults;
  private final Receipts receipts;
  private final DelayQueue<Stage> waiting = new DelayQueue<>();
  private final Semaphore atOnce = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong notFollowed = new AtomicLong();
  private final Thread conductor;
  private long nextReceiptNanos = System.nanoTime();

  Journeys(CarrierBook book, Faults faults, Receipts receipts) {
    this.book = book;
    this.faults = faults;
    this.receipts = receipts;
    this.conductor = Thread.ofPlatform().daemon().name("sandbox-journeys").start(this::conduct);
  }

  /** Sets a message on its way. */
  void start(BookedMessage message, Effect effect) {
    if (waiting.size() >= MAX_WAITING) {
      notFollowed.incrementAndGet();
      return;
    }
    var steps = Itinerary.of(message, effect, faults.now());
    if (!steps.isEmpty()) {
      waiting.add(new Stage(message, steps, 0, effect));
    }
  }

  /** A message that waits to be read is read now, as when the phone page shows it. */
  public void read(BookedMessage message) {
    if (faults.now().readAfterMs() < 0 && message.status() == Status.DELIVERED && Address.isWhatsApp(message.to()) && !message.inbound()) {
      waiting.add(new Stage(message, List.of(new Itinerary.Step(Status.READ, 0, 0)), 0, new Effect.Deliver()));
    }
  }

  /** Messages under way. */
  int underWay() {
    return waiting.size();
  }

  /** Messages that were booked but not followed, because too many were under way. */
  long notFollowed() {
    return notFollowed.get();
  }

  @PreDestroy
  void close() {
    conductor.interrupt();
    threads.shutdownNow();
  }

  private void conduct() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        var stage = waiting.take();
        boolean told = faults.now().callbacks() && stage.message.details().statusCallback() != null;
        if (!told) {
          move(stage, false);
          continue;
        }
        pace();
        atOnce.acquire();
        threads.execute(() -> {
          try {
            move(stage, true);
          } catch (RuntimeException e) {
            LOG.warn("Receipt of {} failed", stage.message.sid(), e);
          } finally {
            atOnce.release();
          }
        });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void move(Stage stage, boolean told) {
    var state = faults.now();
    boolean shuffled = state.shuffleCallbacks() || stage.effect instanceof Effect.Shuffled;
    boolean twice = state.duplicateCallbacks() || stage.effect instanceof Effect.TwiceTold;
    var step = stage.steps.get(stage.index);
    boolean moved = book.advance(stage.message, step.status(), step.errorCode()) || stage.message.status() == step.status();
    boolean last = stage.index == stage.steps.size() - 1;
    if (told && moved) {
      if (shuffled && last) {
        stage.steps.reversed().forEach(each -> receipts.post(stage.message, each, twice));
      } else if (!shuffled) {
        receipts.post(stage.message, step, twice);
      }
    }
    if (!last) {
      waiting.add(new Stage(stage.message, stage.steps, stage.index + 1, stage.effect));
    }
  }

  /** Waits until the next receipt may leave; receipts of an idle time are not made up for. */
  private void pace() {
    long now = System.nanoTime();
    if (nextReceiptNanos - now > 0) {
      LockSupport.parkNanos(nextReceiptNanos - now);
    }
    nextReceiptNanos = Math.max(nextReceiptNanos, now) + TimeUnit.SECONDS.toNanos(1) / faults.now().callbacksPerSecond();
  }

  /** A step of a message that is due at a time. */
  private static final class Stage implements Delayed {
    private final BookedMessage message;
    private final List<Itinerary.Step> steps;
    private final int index;
    private final Effect effect;
    private final long dueNanos;

    Stage(BookedMessage message, List<Itinerary.Step> steps, int index, Effect effect) {
      this.message = message;
      this.steps = steps;
      this.index = index;
      this.effect = effect;
      this.dueNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(steps.get(index).afterMs());
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.signum(dueNanos - ((Stage) other).dueNanos);
    }
  }
}
