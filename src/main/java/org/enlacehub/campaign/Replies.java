package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import org.enlacehub.delivery.DeliveryTotals;
import org.enlacehub.delivery.Outbox;

/** How many people wrote to us after a campaign. */
@Singleton
public class Replies {
  private static final int LAST = 5;
  /** Campaigns of fewer people tell nothing. */
  private static final long FEWEST = 50;
  /** An assumption, until campaigns of this ministry have run. */
  private static final double ASSUMED = 0.03;
  private final CampaignRepository campaigns;
  private final Outbox outbox;
  private final ReplyRepository replies;

  Replies(CampaignRepository campaigns, Outbox outbox, ReplyRepository replies) {
    this.campaigns = campaigns;
    this.outbox = outbox;
    this.replies = replies;
  }

  /** The part of the people who answered past campaigns. */
  record Share(double part, boolean fromExperience) {}

  /** People who wrote to us within the time that the campaign states after they got it. */
  public long to(Campaign campaign) {
    return replies.count(campaign.id());
  }

  Share share() {
    long reached = 0;
    long answered = 0;
    for (var campaign : campaigns.lastCompleted(LAST)) {
      long left = gone(outbox.totals(campaign.id()).all());
      if (left >= FEWEST) {
        reached += left;
        answered += to(campaign);
      }
    }
    return reached == 0 ? new Share(ASSUMED, false) : new Share((double) answered / reached, true);
  }

  private static long gone(DeliveryTotals totals) {
    return totals.sent() + totals.delivered() + totals.read();
  }
}
