package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;

/**
 * A message as the lanes work with it; without texts.
 *
 * @param flow the campaign whose messages take turns with others'; 0 for single messages
 * @param step 0 for a campaign's first message to a person, then one more for each fallback
 * @param nextChannels what may still be tried
 * @param segments what it takes as SMS, and {@code cost} what it costs, from when it was last claimed
 */
record MessageRow(long id, @Nullable Long contactId, @Nullable Long addressId, long contentId, Channel channel, String lane,
    MessageState state, Priority priority, long flow, Instant dueAt, @Nullable Instant expiresAt, Purpose purpose,
    @Nullable Long campaignId, @Nullable Integer run, int step, @Nullable Long inquiryId, @Nullable Long parentId,
    @Nullable String language, @Nullable String country, @Nullable String desk, List<Channel> nextChannels,
    @Nullable Integer fallbackSeconds, int attempts, @Nullable Long claim, @Nullable Instant claimedAt,
        @Nullable String providerId,
    @Nullable Integer segments, @Nullable BigDecimal cost, Instant createdAt,
    @Nullable String idempotency) {

  /** Where it stands among the campaign's counts. */
  CountKey count(MessageState state) {
    return new CountKey(campaignId == null ? 0 : campaignId, channel, language == null ? "" : language, desk == null ? "" : desk,
        CountKey.cell(state));
  }
}
