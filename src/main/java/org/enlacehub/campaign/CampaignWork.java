package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Set;
import org.enlacehub.delivery.DeliveryTotals;
import org.enlacehub.delivery.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of campaigns, done by jobs: start what is due, go on with what was interrupted, watch, end. Every step may be repeated:
 * what a dead node had begun another one finishes, and nobody gets a second message.
 */
@Singleton
class CampaignWork {
  private static final Logger LOG = LoggerFactory.getLogger(CampaignWork.class);
  private static final int AT_ONCE = 50;
  private static final int MOST = 2_500;
  private static final int CANCEL_BATCH = 10_000;
  /** Fewer failures than this may be chance. */
  private static final long FAILURES_THAT_COUNT = 50;
  private static final double FAILURE_SHARE = 0.25;
  private final CampaignRepository campaigns;
  private final RunRepository runs;
  private final Definitions definitions;
  private final CampaignStarts starts;
  private final Expansion expansion;
  private final Outbox outbox;
  private final History history;
  private final Clock clock;

  CampaignWork(CampaignRepository campaigns, RunRepository runs, Definitions definitions, CampaignStarts starts, Expansion expansion,
      Outbox outbox, History history, Clock clock) {
    this.campaigns = campaigns;
    this.runs = runs;
    this.definitions = definitions;
    this.starts = starts;
    this.expansion = expansion;
    this.outbox = outbox;
    this.history = history;
    this.clock = clock;
  }

  /** Begins a start that is due and makes its messages; does nothing when it is not due, or another node began it. */
  void start(long campaignId) {
    if (starts.begin(campaignId)) {
      runs.of(campaignId).stream().filter(run -> run.expandedAt() == null).forEach(expansion::goOn);
    }
  }

  /** Starts what is due, finishes what was interrupted, stops what goes wrong, ends what is done. One failure stops no other. */
  void sweep() {
    campaigns.due(clock.instant(), AT_ONCE).forEach(c -> guarded(c.id(), () -> start(c.id())));
    runs.unfinished(AT_ONCE).forEach(run -> guarded(run.campaignId(), () -> expansion.goOn(run)));
    campaigns.inState(CampaignState.RUNNING, MOST).forEach(c -> guarded(c.id(), () -> watch(c)));
    campaigns.waiting(MOST).forEach(c -> guarded(c.id(), () -> starts.expire(c)));
    campaigns.toClose(MOST).forEach(c -> guarded(c.id(), () -> close(c)));
  }

  private void watch(Campaign campaign) {
    // Read before the totals: a start that becomes whole in between must not look as if all its messages were settled.
    var all = runs.of(campaign.id());
    boolean whole = all.stream().allMatch(r -> r.expandedAt() != null);
    var totals = outbox.totals(campaign.id()).all();
    var definition = definitions.of(campaign);
    if (!campaign.guardsOff() && definition.budget() != null && totals.cost().compareTo(definition.budget()) >= 0 && !totals.settled()) {
      expansion.stop(campaign, "budget", totals.cost());
    } else if (!campaign.guardsOff() && failing(totals)) {
      expansion.stop(campaign, "failures", BigDecimal.valueOf(totals.failed()));
    } else if (campaign.nextStart() == null && whole && totals.settled() && !outbox.mayFallBack(campaign.id())) {
      end(campaign, all.isEmpty() || totals.recipients() > 0 && totals.expired() == totals.recipients());
    }
  }

  private void end(Campaign campaign, boolean tooLate) {
    var end = tooLate ? CampaignState.EXPIRED : CampaignState.COMPLETED;
    if (campaigns.move(campaign.id(), Set.of(CampaignState.RUNNING), end, null, clock.instant())) {
      history.note(campaign.id(), tooLate ? "expire" : "complete", null);
    }
  }

  /** Calls back what is left of a campaign that has ended early, until nothing is. */
  private void close(Campaign campaign) {
    runs.of(campaign.id()).stream().filter(run -> run.expandedAt() == null).forEach(run -> runs.expanded(run, clock.instant()));
    if (outbox.cancelCampaign(campaign.id(), "campaign_cancelled", CANCEL_BATCH) == 0 && outbox.totals(campaign.id()).all().settled()) {
      campaigns.close(campaign.id(), clock.instant());
    }
  }

  private static boolean failing(DeliveryTotals totals) {
    long gone = totals.sent() + totals.delivered() + totals.read() + totals.failed();
    return !totals.settled() && totals.failed() >= FAILURES_THAT_COUNT && totals.failed() > gone * FAILURE_SHARE;
  }

  private static void guarded(long campaignId, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.error("Campaign {} could not be worked on; it is tried again", campaignId, e);
    }
  }
}
