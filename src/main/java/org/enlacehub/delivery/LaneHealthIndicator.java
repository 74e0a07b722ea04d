package org.enlacehub.delivery;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.enlacehub.platform.health.Probe;
import org.reactivestreams.Publisher;

/**
 * How the lanes do. A lane that fails or is stopped is told and does not take the product down: what arrives is still taken in,
 * and nothing that waits is lost.
 */
@Singleton
@Requires(beans = HealthEndpoint.class)
class LaneHealthIndicator implements HealthIndicator {
  private static final Probe PROBE = new Probe("lanes", HealthStatus.UP,
      "senders (config/channels.yml or ENLACE_*_FROM), TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, ENLACE_SMTP_URL");
  private final Lanes lanes;

  LaneHealthIndicator(Lanes lanes) {
    this.lanes = lanes;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return PROBE.ask(this::answer);
  }

  private Map<String, Object> answer() {
    var details = new LinkedHashMap<String, Object>();
    for (var lane : lanes.all()) {
      details.put(lane.lane(), Map.of("channel", lane.channel(), "mode", lane.mode(), "since", lane.since().toString(),
          "error", lane.errorCode() == null ? "" : lane.errorCode()));
    }
    return details;
  }
}
