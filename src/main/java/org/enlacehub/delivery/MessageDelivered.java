package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;

/** Published after a receipt told that a message arrived (or was read). May be lost: sweep with {@link Outbox#statuses}. */
public record MessageDelivered(long messageId, @Nullable Long contactId, @Nullable Long campaignId, @Nullable Long inquiryId,
    MessageState state) {}
