package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;

/** Something that happened to a campaign; {@code staffId} is null for what the product did by itself. */
public record CampaignEvent(Instant at, @Nullable Long staffId, String act, @Nullable String detail) {}
