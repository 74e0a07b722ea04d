package org.enlacehub.platform.health;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Asks a part how it does, on a thread of its own and for two seconds at most: whoever asks {@code /health} while the part is away must
 * get an answer.
 *
 * @param name of the part, in the answer
 * @param whenSilent what the part is called when it fails or is late
 * @param needs what the part needs to work, told with every answer
 */
public record Probe(String name, HealthStatus whenSilent, String needs) {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** @param question its result becomes the answer's details; what it throws or how long it takes makes the part silent */
  public Publisher<HealthResult> ask(Callable<Map<String, Object>> question) {
    var answer = new CompletableFuture<Map<String, Object>>();
    Thread.ofVirtual().start(() -> {
      try {
        answer.complete(question.call());
      } catch (Exception e) {
        answer.completeExceptionally(e);
      }
    });
    return Mono.fromFuture(answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
        .map(details -> result(HealthStatus.UP, details))
        .onErrorResume(_ -> Mono.just(result(whenSilent, Map.of("answer", "none within " + PATIENCE.toSeconds() + " s"))));
  }

  private HealthResult result(HealthStatus status, Map<String, Object> details) {
    var all = new LinkedHashMap<String, Object>();
    all.put("needs", needs);
    all.putAll(details);
    return HealthResult.builder(name, status).details(all).build();
  }
}
