package org.enlacehub.channel;

import java.time.Duration;

/**
 * When mail that comes back again and again means that an address is dead.
 *
 * @param softLimit so many mails that a mailbox could not take …
 * @param softWithin … within this time
 */
public record BounceRules(int softLimit, Duration softWithin) {
  static final BounceRules USUAL = new BounceRules(5, Duration.ofDays(30));
}
