package org.enlacehub.campaign.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import org.enlacehub.account.Role;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.campaign.TextComparisons;
import org.enlacehub.platform.web.ProblemException;

/** What did better: of two texts of a campaign. */
@Controller("/campanas")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class ComparisonPages {
  private final Campaigns campaigns;
  private final TextComparisons texts;

  ComparisonPages(Campaigns campaigns, TextComparisons texts) {
    this.campaigns = campaigns;
    this.texts = texts;
  }

  @Get("/{slug}/textos")
  @View("campaign/texts")
  TextsPage texts(String slug) {
    var campaign = campaigns.find(slug).filter(c -> campaigns.definition(c).against() != null).orElseThrow(() -> ProblemException.notFound("campaign"));
    return new TextsPage(campaign, campaigns.definition(campaign), texts.of(campaign.id()));
  }
}
