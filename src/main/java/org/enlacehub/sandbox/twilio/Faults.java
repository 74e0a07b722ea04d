package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What goes wrong at the carrier at the moment, whatever the number. Changed while it runs, by {@code /sandbox/control}. */
@Singleton
public final class Faults {
  private final AtomicReference<State> state = new AtomicReference<>(State.NONE);
  private final AtomicLong requests = new AtomicLong();
  private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

  /** The present state. */
  public State now() {
    return state.get();
  }

  /** Takes over what is not null; returns the new state. */
  public State change(Change change) {
    return state.updateAndGet(old -> old.with(change));
  }

  /** All is well again. */
  public State reset() {
    tries.clear();
    state.set(State.NONE);
    return State.NONE;
  }

  /** The next create request's number, from 1. */
  long nextRequest() {
    return requests.incrementAndGet();
  }

  /** Counts a try at a number that refuses at first; true while it still refuses. */
  boolean refusesStill(String to) {
    return tries.computeIfAbsent(to, _ -> new AtomicInteger()).incrementAndGet() <= now().firstTries();
  }

  static boolean isNth(long request, int every) {
    return every > 0 && request % every == 0;
  }

  /**
   * @param down connections are closed unanswered
   * @param authFails every request is answered 401, as with a wrong token
   * @param latencyMs added to each answer
   * @param failEvery each n-th create request gets 500 and is not booked; 0 for none
   * @param lostResponseEvery each n-th create request is booked and its connection closed unanswered; 0 for none
   * @param lostRequestEvery each n-th create request is closed unanswered and not booked; 0 for none
   * @param garbledEvery each n-th create request is booked and answered with rubbish; 0 for none
   * @param perSecond most messages a second and sender, beyond which 429; 0 for no limit
   * @param callbacks false: no receipts are posted, the book still moves on
   * @param callbacksPerSecond most receipts posted a second
   * @param duplicateCallbacks each receipt is posted twice
   * @param shuffleCallbacks receipts of a message are posted in reverse
   * @param inboundWebhooks false: inbound messages are booked but not posted, as when the product cannot be reached
   * @param sentAfterMs from accepted to sent
   * @param deliveredAfterMs from sent to delivered
   * @param readAfterMs WhatsApp, from delivered to read; -1: only when the phone page shows the message
   * @param slowMs answer time of slow numbers
   * @param lateMs delivery time of late numbers
   * @param firstTries how often a number that refuses at first does so
   */
  @Serdeable
  public record State(boolean down, boolean authFails, int latencyMs, int failEvery, int lostResponseEvery,
      int lostRequestEvery, int garbledEvery, int perSecond, boolean callbacks, int callbacksPerSecond,
      boolean duplicateCallbacks, boolean shuffleCallbacks, boolean inboundWebhooks, int sentAfterMs, int deliveredAfterMs,
      int readAfterMs, int slowMs, int lateMs, int firstTries) {
    static final State NONE = new State(false, false, 0, 0, 0, 0, 0, 0, true, 2000, false, false, true, 200, 400, 800,
        30_000, 60_000, 2);

    State with(Change c) {
      return new State(or(c.down, down), or(c.authFails, authFails), or(c.latencyMs, latencyMs), or(c.failEvery, failEvery),
          or(c.lostResponseEvery, lostResponseEvery), or(c.lostRequestEvery, lostRequestEvery),
          or(c.garbledEvery, garbledEvery), or(c.perSecond, perSecond), or(c.callbacks, callbacks),
          Math.max(1, or(c.callbacksPerSecond, callbacksPerSecond)), or(c.duplicateCallbacks, duplicateCallbacks),
          or(c.shuffleCallbacks, shuffleCallbacks), or(c.inboundWebhooks, inboundWebhooks), or(c.sentAfterMs, sentAfterMs),
          or(c.deliveredAfterMs, deliveredAfterMs), or(c.readAfterMs, readAfterMs), or(c.slowMs, slowMs),
          or(c.lateMs, lateMs), or(c.firstTries, firstTries));
    }

    private static <T> T or(@Nullable T given, T old) {
      return given == null ? old : given;
    }
  }

  /** A change: the same names as {@link State}, null for what stays. */
  @Serdeable
  public record Change(@Nullable Boolean down, @Nullable Boolean authFails, @Nullable Integer latencyMs,
      @Nullable Integer failEvery, @Nullable Integer lostResponseEvery, @Nullable Integer lostRequestEvery,
      @Nullable Integer garbledEvery, @Nullable Integer perSecond, @Nullable Boolean callbacks,
      @Nullable Integer callbacksPerSecond, @Nullable Boolean duplicateCallbacks, @Nullable Boolean shuffleCallbacks,
      @Nullable Boolean inboundWebhooks, @Nullable Integer sentAfterMs, @Nullable Integer deliveredAfterMs,
      @Nullable Integer readAfterMs, @Nullable Integer slowMs, @Nullable Integer lateMs, @Nullable Integer firstTries) {}
}
