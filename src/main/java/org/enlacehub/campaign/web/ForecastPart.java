package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.Forecast;
import org.enlacehub.platform.config.Finding;

/** Whom a campaign would reach, to be put into its page; {@code obstacles} stand in the way of asking for approval. */
@Introspected
public record ForecastPart(Campaign campaign, Forecast forecast, List<Finding> obstacles) {}
