package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignDefinition;
import org.enlacehub.campaign.CampaignEvent;
import org.enlacehub.contact.Channel;
import org.enlacehub.delivery.DeliveryTotals;
import org.enlacehub.template.Rendered;

/**
 * One campaign.
 *
 * @param looks what the messages look like; two where two texts are compared
 * @param nextDue when people at no known place get the next start; null when none is planned
 * @param testChannels in which it can be sent to oneself
 * @param own whether the person who looks wrote it, and so cannot approve it
 * @param names of staff in {@code events}, by id
 */
@Introspected
public record CampaignPage(Campaign campaign, CampaignDefinition definition, @Nullable Instant nextDue, List<Look> looks,
    List<Channel> testChannels, boolean own, Progress progress, List<CampaignEvent> events,
    Map<Long, String> names, DeliveryTotals totals) {

  /** A text as people will read it: of a template by channel and language, or as it was written by language. */
  public record Look(List<Rendered> samples, Map<String, String> text) {}
}
