package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignDefinition;
import org.enlacehub.delivery.DeliveryTotals;

/**
 * Campaigns beside each other.
 *
 * @param choices those that can be compared, the newest first
 * @param columns those that are; empty before two are chosen
 * @param currency of all costs, ISO 4217
 */
@Introspected
public record ComparePage(List<Choice> choices, List<Column> columns, String currency) {

  /** A campaign that can be chosen. */
  public record Choice(Campaign campaign, CampaignDefinition definition, boolean chosen) {}

  /**
   * One campaign.
   *
   * @param byChannel what went by each channel
   * @param replies people who wrote back in time
   * @param started when its first start began; null before
   */
  public record Column(Campaign campaign, CampaignDefinition definition, DeliveryTotals totals, Map<String, DeliveryTotals> byChannel, long replies,
      @Nullable Instant started) {

    /** Messages that left, whatever became of them. */
    public long left() {
      return totals.sent() + totals.delivered() + totals.read() + totals.failed();
    }

    public long arrived() {
      return totals.delivered() + totals.read();
    }

    /** A part of what left; 0 where nothing has. */
    public double part(long of) {
      return left() == 0 ? 0 : (double) of / left();
    }

    /** From its first start to its end; null while it runs. */
    public @Nullable Duration took() {
      return started == null || campaign.finishedAt() == null ? null : Duration.between(started, campaign.finishedAt());
    }
  }
}
