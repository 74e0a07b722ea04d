package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.enlacehub.platform.quartz.Schedules;

/** Tells Quartz when campaigns start. One trigger a campaign, never one a recipient. */
@Singleton
class CampaignClock {
  static final String CAMPAIGN = "campaign";
  private final Schedules schedules;

  CampaignClock(Schedules schedules) {
    this.schedules = schedules;
  }

  void at(long campaignId, Instant start) {
    schedules.at(name(campaignId), CampaignStartJob.class, start, Map.of(CAMPAIGN, Long.toString(campaignId)));
  }

  void forget(long campaignId) {
    schedules.cancel(name(campaignId));
  }

  private static String name(long campaignId) {
    return "campaign:" + campaignId;
  }
}
