package org.enlacehub.delivery;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * How the lanes do. A lane that fails or is stopped is told and does not take the product down: what arrives is still taken in,
 * and nothing that waits is lost.
 */
@Singleton
@Requires(beans = HealthEndpoint.class)
class LaneHealthIndicator implements HealthIndicator {
  private final Lanes lanes;

  LaneHealthIndicator(Lanes lanes) {
    this.lanes = lanes;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(result());
  }

  private HealthResult result() {
    var details = new LinkedHashMap<String, Object>();
    try {
      for (var lane : lanes.all()) {
        details.put(lane.lane(), Map.of("channel", lane.channel(), "mode", lane.mode(), "since", lane.since().toString(),
            "error", lane.errorCode() == null ? "" : lane.errorCode()));
      }
    } catch (RuntimeException e) {
      details.put("lanes", "not readable now");
    }
    return HealthResult.builder("lanes", HealthStatus.UP).details(details).build();
  }
}
