package org.enlacehub.platform.idempotency;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** Removes kept answers when their day is over. */
@Singleton
@Requires(property = "datasources.default.url")
class IdempotencyJobs implements StandingJobs {
  private static final Duration PERIOD = Duration.ofHours(1);

  @Override
  public void register(Schedules schedules) {
    schedules.every("platform:idempotency", IdempotencyRetentionJob.class, PERIOD);
  }
}
