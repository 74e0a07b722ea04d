package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.enlacehub.account.Actor;

/** What time does to inquiries: those that were put off come back, those whose answer failed without a word too, and
 * no protected one is left without somebody who sees it. */
@Singleton
class InquirySweep {
  private static final int AT_ONCE = 500;
  private static final Actor SWEEP = Actor.system("sweep");
  private final InquiryRepository inquiries;
  private final Inquiries acts;
  private final PresenceRepository presence;
  private final LostFailures lost;
  private final ProtectionWatch watch;
  private final Clock clock;

  InquirySweep(InquiryRepository inquiries, Inquiries acts, PresenceRepository presence, LostFailures lost, ProtectionWatch watch,
      Clock clock) {
    this.inquiries = inquiries;
    this.acts = acts;
    this.presence = presence;
    this.lost = lost;
    this.watch = watch;
    this.clock = clock;
  }

  void run() {
    inquiries.awake(clock.instant(), AT_ONCE).forEach(id -> acts.wake(id, SWEEP));
    lost.run();
    watch.run();
    presence.forget(clock.instant().minus(Presence.NEWS.multipliedBy(10)));
  }
}
