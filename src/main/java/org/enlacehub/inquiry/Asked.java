package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Knows what people were asked or told lately, so that what they write may be an answer to it. Rooms above implement it; what they write
 * stands or falls with the message.
 */
public interface Asked {

  /**
   * What a message answers.
   *
   * @param about what it answers, as officers know it; ascii, no personal data
   * @param topic of the matter, where the person's own words name none; null for no hint
   * @param desk code of the mission that answers, where the person's own words tell no place; null for no hint
   * @param severity it has at least (1 gravest); null for no hint. A hint never makes a matter less grave
   * @param settled everything was done with it, and no officer needs to read it
   */
  record Answered(String about, @Nullable String topic, @Nullable String desk, @Nullable Integer severity, boolean settled) {}

  /**
   * Looks at a message that somebody has just written, and takes it down where it is an answer; empty where it is none.
   *
   * @param lineage the person's contact ids, for two records may have been merged
   * @param since a question of somebody else was put to the person then, so that only what was asked later can be meant
   */
  Optional<Answered> answer(Incoming in, List<Long> lineage, Instant since);
}
