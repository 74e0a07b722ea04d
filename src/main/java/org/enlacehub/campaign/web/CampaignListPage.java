package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignFiles.CampaignFile;
import org.enlacehub.delivery.DeliveryTotals;

/** The campaigns, newest first, and those of the folder that can be used. */
@Introspected
public record CampaignListPage(List<Row> rows, @Nullable String next, List<CampaignFile> files) {

  /** One campaign; {@code titles} by language. */
  public record Row(Campaign campaign, java.util.Map<String, String> titles, String purpose, DeliveryTotals totals) {}
}
