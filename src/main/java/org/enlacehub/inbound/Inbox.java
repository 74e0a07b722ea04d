package org.enlacehub.inbound;

import io.micronaut.serde.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what carriers bring, once, and hands it on right afterwards; what could not be handed on is tried again by a job. */
@Singleton
class Inbox {
  static final String TWILIO = "twilio";
  static final String PAYLOAD = "arrival.payload";
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final int AT_ONCE = 8;
  private static final int MOST_WAITING = 500;
  private static final int BATCH = 200;
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final int DOUBLINGS = 8;
  private final ArrivalRepository arrivals;
  private final HandOn handOn;
  private final Vault vault;
  private final ObjectMapper json;
  private final Ids ids;
  private final Clock clock;
  /** Not one of Micronaut's: a task there would inherit the request's connection. */
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore atOnce = new Semaphore(AT_ONCE);
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  Inbox(ArrivalRepository arrivals, HandOn handOn, Vault vault, ObjectMapper json, Ids ids, Clock clock) {
    this.arrivals = arrivals;
    this.handOn = handOn;
    this.vault = vault;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** Returns when the message is committed; false when it had been before. */
  boolean take(Arrival arrival) {
    long id = ids.next();
    if (!arrivals.insert(id, TWILIO, arrival.carrierId(), seal(id, arrival), clock.instant())) {
      return false;
    }
    soon(id);
    return true;
  }

  /** Hands on what waits; for the job, and for tests. Returns how many were tried. */
  int sweep() {
    var due = arrivals.waiting(clock.instant(), BATCH);
    due.forEach(this::handle);
    return due.size();
  }

  private void soon(long id) {
    // In a surge the job takes them up: nothing is lost by not starting another thread.
    if (!waiting.tryAcquire()) {
      return;
    }
    threads.submit(() -> {
      try {
        atOnce.acquire();
        try {
          handle(id);
        } finally {
          atOnce.release();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        waiting.release();
      }
    });
  }

  private void handle(long id) {
    try {
      handOn.handle(id, payload -> open(id, payload));
    } catch (RuntimeException e) {
      int attempts = arrivals.attempts(id);
      var pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
      LOG.error("Arrival {} could not be handed on (attempt {}); it is kept and tried again", id, attempts + 1, e);
      arrivals.failed(id, clock.instant().plus(pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause));
    }
  }

  private byte[] seal(long id, Arrival arrival) {
    try {
      return vault.system().sealBytes(PAYLOAD, id, json.writeValueAsBytes(arrival));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Arrival open(long id, byte[] payload) {
    try {
      return json.readValue(vault.system().openBytes(PAYLOAD, id, payload), Arrival.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS);
  }
}
