package org.enlacehub.contact.imports;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.event.ApplicationShutdownEvent;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;

/** Tells imports to stop at the next batch when the product stops, which otherwise waits for running jobs to end. */
@Singleton
class ImportBrake implements ApplicationEventListener<ApplicationShutdownEvent>, Ordered {
  private volatile boolean pulled;

  boolean isPulled() {
    return pulled;
  }

  @Override public void onApplicationEvent(ApplicationShutdownEvent event) {
    pulled = true;
  }

  /** Before the scheduler waits. */
  @Override public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
