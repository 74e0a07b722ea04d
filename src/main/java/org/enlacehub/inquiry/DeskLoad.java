package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.enlacehub.account.Actor;

/** How much waits at each desk and with each officer, and how many deadlines were kept lately. */
@Singleton
public class DeskLoad {
  public static final Duration LATELY = Duration.ofDays(7);
  private final LoadRepository load;
  private final Clock clock;

  DeskLoad(LoadRepository load, Clock clock) {
    this.load = load;
    this.clock = clock;
  }

  /** @param ownerId null for what nobody took */
  public record Share(String desk, @Nullable Long ownerId, int waiting, int urgent, int overdue, @Nullable Instant oldest) {}

  /** Answers that had a deadline, and those of them in time. */
  public record Kept(String desk, int answers, int inTime) {

    /** Whole percent; 100 when nothing was answered. */
    public int percent() {
      return answers == 0 ? 100 : inTime * 100 / answers;
    }
  }

  public List<Share> shares(Actor actor) {
    return load.shares(Sight.of(actor), clock.instant());
  }

  public List<Kept> kept(Actor actor) {
    return load.kept(Sight.of(actor), clock.instant().minus(LATELY));
  }
}
