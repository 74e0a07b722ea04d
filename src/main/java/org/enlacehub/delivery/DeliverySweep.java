package org.enlacehub.delivery;

import jakarta.inject.Singleton;

/** What is looked after every few seconds. */
@Singleton
class DeliverySweep {
  private static final int TOGETHER = 200;
  private static final int CROWDED = 500;
  private final Fallbacks fallbacks;
  private final CountRepository counts;
  private final Outbox outbox;

  DeliverySweep(Fallbacks fallbacks, CountRepository counts, Outbox outbox) {
    this.fallbacks = fallbacks;
    this.counts = counts;
    this.outbox = outbox;
  }

  void run() {
    int late;
    do {
      late = fallbacks.sweep(TOGETHER);
    } while (late == TOGETHER);
    counts.crowded(CROWDED).forEach(counts::squash);
    outbox.findSenders(TOGETHER);
    outbox.useTemplates(TOGETHER);
  }
}
