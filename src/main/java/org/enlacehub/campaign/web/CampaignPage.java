package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignDefinition;
import org.enlacehub.campaign.CampaignEvent;
import org.enlacehub.delivery.DeliveryTotals;
import org.enlacehub.template.Rendered;

/**
 * One campaign.
 *
 * @param people who it would go to now; null once it has started
 * @param byChannel of them, whom each channel reaches
 * @param byLanguage of them, by language
 * @param samples what the messages look like, by channel and language
 * @param own whether the person who looks wrote it, and so cannot approve it
 * @param names of staff in {@code events}, by id
 */
@Introspected
public record CampaignPage(Campaign campaign, CampaignDefinition definition, @Nullable Long people, Map<String, Long> byChannel,
    Map<String, Long> byLanguage, List<Rendered> samples, boolean own, Progress progress, List<CampaignEvent> events,
    Map<Long, String> names, DeliveryTotals totals) {}
