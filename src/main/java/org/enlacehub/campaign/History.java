package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.enlacehub.platform.id.Ids;

/** Keeps what happened to a campaign, and tells whoever watches. */
@Singleton
class History {
  private final CampaignRepository campaigns;
  private final List<CampaignWatch> watches;
  private final Ids ids;
  private final Clock clock;

  History(CampaignRepository campaigns, List<CampaignWatch> watches, Ids ids, Clock clock) {
    this.campaigns = campaigns;
    this.watches = watches;
    this.ids = ids;
    this.clock = clock;
  }

  /** Something that the product did by itself. */
  void note(long campaignId, String act, @Nullable String detail) {
    note(campaignId, null, act, detail);
  }

  /** @param staffId who did it; null for the product itself */
  @Transactional
  void note(long campaignId, @Nullable Long staffId, String act, @Nullable String detail) {
    campaigns.event(ids.next(), campaignId, new CampaignEvent(clock.instant(), staffId, act, detail));
    campaigns.find(campaignId).ifPresent(campaign -> watches.forEach(watch -> watch.happened(campaign, act)));
  }
}
