package org.enlacehub.campaign.web;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.StartTile;
import org.enlacehub.campaign.CampaignState;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.platform.i18n.Texts;

/** What runs, and what waits for a second person. */
@Singleton
class CampaignTile implements StartTile {
  private final Campaigns campaigns;

  CampaignTile(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Optional<Tile> tile(Actor actor, Texts t) {
    if (!actor.may(Role.COMMUNICATION, Role.ADMINISTRATOR)) {
      return Optional.empty();
    }
    int waiting = campaigns.count(CampaignState.IN_REVIEW);
    return Optional.of(new Tile(t.get("campaign.tile"), Integer.toString(campaigns.count(CampaignState.RUNNING)),
        t.get("campaign.tile.waiting", waiting), "/campanas", waiting > 0 ? Tone.WARN : Tone.PLAIN));
  }
}
