package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlacehub.account.Role;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignRun;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.campaign.Replies;
import org.enlacehub.campaign.TextComparisons;
import org.enlacehub.delivery.DeliveryTotals;
import org.enlacehub.delivery.Prices;
import org.enlacehub.platform.web.ProblemException;

/** What did better: of two texts of a campaign, and of several campaigns. */
@Controller("/campanas")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class ComparisonPages {
  private static final int OFFERED = 40;
  private static final int FEWEST = 2;
  private static final int MOST = 4;
  private final Campaigns campaigns;
  private final TextComparisons texts;
  private final Replies replies;
  private final Prices prices;

  ComparisonPages(Campaigns campaigns, TextComparisons texts, Replies replies, Prices prices) {
    this.campaigns = campaigns;
    this.texts = texts;
    this.replies = replies;
    this.prices = prices;
  }

  @Get("/{slug}/textos")
  @View("campaign/texts")
  TextsPage texts(String slug) {
    var campaign = campaigns.find(slug).filter(c -> campaigns.definition(c).against() != null).orElseThrow(() -> ProblemException.notFound("campaign"));
    return new TextsPage(campaign, campaigns.definition(campaign), texts.of(campaign.id()));
  }

  /** @param slugs two to four campaigns; with fewer the page only asks which */
  @Get("/comparar")
  @View("campaign/compare")
  ComparePage compare(@Nullable @QueryValue("campana") List<String> slugs) {
    var chosen = (slugs == null ? List.<String>of() : slugs).stream().distinct().map(campaigns::find).flatMap(Optional::stream)
        .filter(c -> c.state().started()).limit(MOST).toList();
    var choices = campaigns.list(null, OFFERED).items().stream().filter(c -> c.state().started())
        .map(c -> new ComparePage.Choice(c, campaigns.definition(c), chosen.contains(c))).toList();
    return new ComparePage(choices, chosen.size() < FEWEST ? List.of() : chosen.stream().map(this::column).toList(), prices.currency());
  }

  private ComparePage.Column column(Campaign campaign) {
    var totals = campaigns.totals(campaign.id());
    return new ComparePage.Column(campaign, campaigns.definition(campaign), totals.all(), CampaignReview.grouped(totals.cells(), DeliveryTotals.Cell::channel),
        replies.to(campaign), campaigns.runs(campaign.id()).stream().map(CampaignRun::startedAt).min(Instant::compareTo).orElse(null));
  }
}
