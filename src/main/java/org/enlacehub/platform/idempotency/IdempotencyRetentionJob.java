package org.enlacehub.platform.idempotency;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Kept answers end after their day. */
@Prototype
public class IdempotencyRetentionJob implements ExclusiveJob {
  private final Idempotency idempotency;

  IdempotencyRetentionJob(Idempotency idempotency) {
    this.idempotency = idempotency;
  }

  @Override
  public void execute(JobExecutionContext context) {
    while (idempotency.removeOld()) {
      // Each part is a transaction of its own: a long delete would hold up those that write.
    }
  }
}
