package org.enlacehub.campaign.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Set;
import org.enlacehub.account.NavEntry;
import org.enlacehub.account.Role;

/** The way to the campaigns. */
@Factory
class CampaignNav {

  @Singleton
  NavEntry campaigns() {
    return new NavEntry("campaigns", "campaign.nav", "/campanas", 20, Set.of(Role.COMMUNICATION, Role.ADMINISTRATOR), "campaign");
  }
}
