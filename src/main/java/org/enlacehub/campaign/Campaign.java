package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A campaign and how far it is.
 *
 * @param slug its id in addresses
 * @param source the definition as it was written
 * @param templateVersion pinned at approval; null before, and for a text without template
 * @param secondVersion likewise of the second text's template
 * @param runs starts so far
 * @param nextStart when it starts next; null when nothing is planned
 * @param atOnce somebody sent it now, whatever its schedule says
 * @param guardsOff somebody resumed it after it had stopped by itself, and so answers for it
 * @param anchor the day on which it was scheduled, from which a rule without a start counts; null before
 * @param people how many its audience held when approval was asked for; null before
 * @param estimate what it was expected to cost then; null where that could not be told
 * @param stopReason why it paused by itself: {@code failures}, {@code budget}, {@code audience}; null otherwise
 */
public record Campaign(long id, String slug, String source, CampaignState state, long authorId, @Nullable String templateVersion, @Nullable String secondVersion, int runs,
    @Nullable Instant nextStart, boolean atOnce, boolean guardsOff, @Nullable String stopReason, @Nullable LocalDate anchor,
    @Nullable Long people, @Nullable BigDecimal estimate, Instant createdAt, Instant changedAt, @Nullable Instant finishedAt) {

  /** The version of a text's template that was approved; null before, and for a text without template. */
  public @Nullable String versionOf(boolean second) {
    return second ? secondVersion : templateVersion;
  }
}
