package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;

/**
 * Published after a message was found not to have reached the person. May be lost: sweep with {@link Outbox#statuses}.
 *
 * @param code the carrier's error code, or our reason
 * @param fallback the next channel is being tried as another message
 */
public record MessageFailed(long messageId, @Nullable Long contactId, @Nullable Long campaignId, @Nullable Long inquiryId,
    MessageState state, @Nullable String code, boolean fallback) {}
