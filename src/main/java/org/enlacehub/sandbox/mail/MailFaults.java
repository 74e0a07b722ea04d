package org.enlacehub.sandbox.mail;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What goes wrong at the mail server at the moment, whatever the address; changed by {@code /sandbox/mail/control}. */
@Singleton
public final class MailFaults {
  private final AtomicReference<State> state = new AtomicReference<>(State.NONE);
  private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
  private final AtomicLong mails = new AtomicLong();

  /**
   * @param down connections are closed at once
   * @param authFails any password is wrong
   * @param defer every recipient gets 451
   * @param latencyMs added to the final answer of each mail
   * @param dropAfterEvery each n-th mail is kept and the line dropped before the final answer; 0 for none
   * @param slowMs answer time of slow addresses
   * @param firstTries how often an address that refuses at first does so
   */
  @Serdeable
  public record State(boolean down, boolean authFails, boolean defer, int latencyMs, int dropAfterEvery, int slowMs,
      int firstTries) {
    static final State NONE = new State(false, false, false, 0, 0, 30_000, 2);
  }

  /** A change: null for what stays. */
  @Serdeable
  public record Change(@Nullable Boolean down, @Nullable Boolean authFails, @Nullable Boolean defer,
      @Nullable Integer latencyMs, @Nullable Integer dropAfterEvery, @Nullable Integer slowMs, @Nullable Integer firstTries) {}

  public State now() {
    return state.get();
  }

  /** Takes over what is not null. */
  public State change(Change c) {
    return state.updateAndGet(s -> new State(or(c.down, s.down), or(c.authFails, s.authFails), or(c.defer, s.defer),
        or(c.latencyMs, s.latencyMs), or(c.dropAfterEvery, s.dropAfterEvery), or(c.slowMs, s.slowMs),
        or(c.firstTries, s.firstTries)));
  }

  State reset() {
    tries.clear();
    state.set(State.NONE);
    return State.NONE;
  }

  boolean refusesStill(String address) {
    return tries.computeIfAbsent(address, _ -> new AtomicInteger()).incrementAndGet() <= now().firstTries();
  }

  boolean dropsThisOne() {
    int every = now().dropAfterEvery();
    return every > 0 && mails.incrementAndGet() % every == 0;
  }

  private static <T> T or(@Nullable T given, T old) {
    return given == null ? old : given;
  }
}
