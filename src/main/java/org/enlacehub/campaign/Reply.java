package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.util.List;

/**
 * What a reply to a campaign does.
 *
 * @param within for how long after they got it what people write is a reply
 * @param topic of the matter, where people's own words name none; null for no hint
 * @param desk code of the mission that answers, where people's own words tell no place; null for the usual way
 * @param tag that people get who reply; null for none
 * @param urgent answers that call for help: at least severity 2. A number, or a word or a few
 * @param settled answers that no officer needs to read, such as 1 for "I am safe"
 */
public record Reply(Duration within, @Nullable String topic, @Nullable String desk, @Nullable String tag, List<String> urgent,
    List<String> settled) {
  /** For campaigns that say nothing about it. */
  static final Reply USUAL = new Reply(Duration.ofDays(3), null, null, null, List.of(), List.of());

  public Reply {
    urgent = List.copyOf(urgent);
    settled = List.copyOf(settled);
  }

  /** Whether its text asks people for answers of its own. */
  boolean asks() {
    return !urgent.isEmpty() || !settled.isEmpty();
  }
}
