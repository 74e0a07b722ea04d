package org.enlacehub.webhook;

import jakarta.inject.Singleton;
import java.util.Map;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignWatch;

/** Tells what campaigns do. */
@Singleton
class CampaignNotices implements CampaignWatch {
  private final Notices notices;

  CampaignNotices(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void happened(Campaign campaign, String act) {
    notices.tell(NoticeType.CAMPAIGN, Map.of("campaignId", Long.toString(campaign.id()), "name", campaign.slug(), "state", campaign.state().name(),
        "act", act));
  }
}
