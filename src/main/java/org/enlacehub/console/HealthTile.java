package org.enlacehub.console;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.StartTile;
import org.enlacehub.platform.i18n.Texts;
import reactor.core.publisher.Flux;

/** Whether every part of the product is well, for administrators: what {@code /health} says, in one line. */
@Singleton
class HealthTile implements StartTile {
  /** Longer than a probe waits: a part that does not answer must not be missing from the count of those that are ill. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int LAST = 90;
  private final List<HealthIndicator> indicators;

  HealthTile(List<HealthIndicator> indicators) {
    this.indicators = indicators;
  }

  @Override
  public int order() {
    return LAST;
  }

  @Override
  public Optional<Tile> tile(Actor actor, Texts t) {
    if (!actor.may(Role.ADMINISTRATOR)) return Optional.empty();
    var results = Flux.fromIterable(indicators).flatMap(HealthIndicator::getResult).take(PATIENCE).collectList().block();
    var ill = results.stream().filter(result -> HealthStatus.DOWN.equals(result.getStatus())).map(HealthResult::getName).distinct().toList();
    return Optional.of(ill.isEmpty()
        ? new Tile(t.get("console.home.system"), t.get("console.home.system.good"), t.get("console.home.system.note", results.size()), "/health", Tone.GOOD)
        : new Tile(t.get("console.home.system"), t.get("console.home.system.bad", ill.size()), String.join(", ", ill), "/health", Tone.BAD));
  }
}
