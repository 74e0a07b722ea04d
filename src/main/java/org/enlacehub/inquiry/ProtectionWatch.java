package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A protected matter is always seen by somebody: where all who were named have left its desk or lost their account, the administrators are
 * named, for they can say who takes it.
 */
@Singleton
class ProtectionWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ProtectionWatch.class);
  private static final int PAGE = 500;
  private final InquiryRepository inquiries;
  private final Protection protection;

  ProtectionWatch(InquiryRepository inquiries, Protection protection) {
    this.inquiries = inquiries;
    this.protection = protection;
  }

  /** Looks at every protected matter that is not closed. */
  void run() {
    long after = 0;
    while (true) {
      var some = inquiries.protectedOpen(after, PAGE);
      for (long id : some) {
        if (protection.rescue(id)) {
          LOG.warn("Nobody saw the protected inquiry {} any more; the administrators are named to it", id);
        }
      }
      if (some.size() < PAGE) {
        return;
      }
      after = some.getLast();
    }
  }
}
