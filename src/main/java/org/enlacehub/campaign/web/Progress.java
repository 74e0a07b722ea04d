package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.campaign.CampaignState;
import org.enlacehub.delivery.DeliveryTotals;
import org.enlacehub.delivery.DeliveryTotals.FailureGroup;

/**
 * How a campaign's sending goes.
 *
 * @param people in the audiences of all starts
 * @param perMinute messages that left a minute, since the first did; 0 while that cannot be told
 * @param estimate what it was expected to cost; null where that could not be told
 * @param currency of all costs, ISO 4217
 * @param replies people who wrote to us after they got it; null while it runs
 * @param endsAt when the last one leaves at this rate; null while that cannot be told
 */
public record Progress(String slug, CampaignState state, @Nullable String stopReason, long people, DeliveryTotals totals,
    Map<String, DeliveryTotals> byChannel, Map<String, DeliveryTotals> byLanguage, Map<String, DeliveryTotals> byDesk, List<FailureGroup> failures, long perMinute,
    @Nullable Instant endsAt, @Nullable BigDecimal estimate, String currency, @Nullable Long replies) {

  /** Messages that have left, whatever became of them. */
  public long gone() {
    return totals.sent() + totals.delivered() + totals.read() + totals.failed();
  }

  /** Parts of a hundred that are settled. */
  public int percent() {
    long all = Math.max(1, totals.recipients());
    return (int) Math.min(100, Math.round(100.0 * (all - totals.queued() - totals.held()) / all));
  }

  /** Whether the page should ask again by itself. */
  public boolean living() {
    return !state.ended() || totals.queued() + totals.sent() > 0;
  }
}
