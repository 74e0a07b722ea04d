package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A message as the API and the console show it.
 *
 * @param body the text as it was handed to the carrier; null while it has not left, or when the contact was erased
 * @param sender the lane
 * @param reason a code that says why it stands where it stands; null when nothing is special
 */
@Serdeable
public record MessageView(String id, @Nullable String contactId, @Nullable String campaignId, @Nullable String inquiryId,
    String channel,
    String sender, String state, String purpose, @Nullable String language, @Nullable String subject, @Nullable String body,
    @Nullable String errorCode, @Nullable String reason, @Nullable String providerId, @Nullable Integer segments,
    @Nullable BigDecimal cost, int attemptCount, Instant createdAt, Instant dueAt, @Nullable Instant expiresAt,
    @Nullable Instant sentAt, @Nullable Instant deliveredAt, @Nullable Instant readAt, @Nullable Instant failedAt,
    @Nullable String parentId, List<Attempt> attempts, List<Reason> reasons) {

  /** One attempt to hand it to a carrier. */
  @Serdeable
  public record Attempt(int number, String sender, String outcome, @Nullable String errorCode, @Nullable String providerId,
      @Nullable Instant startedAt, @Nullable Instant endedAt) {}

  /** One decision about it. */
  @Serdeable
  public record Reason(String code, @Nullable String detail, Instant at) {}
}
