package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignDefinition;
import org.enlacehub.campaign.TextComparison;

/** How the two texts of a campaign did. */
@Introspected
public record TextsPage(Campaign campaign, CampaignDefinition definition, TextComparison comparison) {}
