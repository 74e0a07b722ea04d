package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;

/**
 * One start of a campaign.
 *
 * @param plannedAt the moment for which it was planned
 * @param snapshotId its audience; null until fixed
 * @param contentId what its messages say; null until stored
 * @param secondContentId what the people of the second text get; null without one
 * @param afterContact how far the audience has become messages
 * @param people in the audience
 * @param expandedAt when all messages were made; null before
 */
public record CampaignRun(long campaignId, int run, Instant plannedAt, @Nullable Long snapshotId, @Nullable Long contentId,
    @Nullable Long secondContentId, long afterContact, long people, Instant startedAt, @Nullable Instant expandedAt) {}
