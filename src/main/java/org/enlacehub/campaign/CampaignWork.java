package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.Audiences;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.DeliveryTotals;
import org.enlacehub.delivery.ExpandCampaign;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.platform.database.Transactions;
import org.enlacehub.platform.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of a campaign, done by jobs: fix the audience, make the messages window by window, watch, end. Every step may be repeated:
 * what a dead node had begun another one finishes, and nobody gets a second message.
 */
@Singleton
class CampaignWork {
  private static final Logger LOG = LoggerFactory.getLogger(CampaignWork.class);
  private static final int WINDOW = 10_000;
  private static final int AT_ONCE = 50;
  private static final int CANCEL_BATCH = 10_000;
  /** A start that is this late was missed, not merely slow. */
  private static final Duration MISSED = Duration.ofMinutes(30);
  /** Fewer failures than this may be chance. */
  private static final long FAILURES_THAT_COUNT = 50;
  private static final double FAILURE_SHARE = 0.25;
  private final CampaignRepository campaigns;
  private final RunRepository runs;
  private final Campaigns service;
  private final CampaignClock starts;
  private final Planner planner;
  private final Audiences audiences;
  private final Outbox outbox;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  CampaignWork(CampaignRepository campaigns, RunRepository runs, Campaigns service, CampaignClock starts, Planner planner,
      Audiences audiences, Outbox outbox, Transactions transactions, Ids ids, Clock clock) {
    this.campaigns = campaigns;
    this.runs = runs;
    this.service = service;
    this.starts = starts;
    this.planner = planner;
    this.audiences = audiences;
    this.outbox = outbox;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins a start that is due and makes its messages; does nothing when it is not due, or another node began it. */
  void start(long campaignId) {
    var found = campaigns.find(campaignId);
    if (found.isEmpty() || found.get().nextStart() == null || found.get().nextStart().isAfter(clock.instant())) {
      return;
    }
    var campaign = found.get();
    var definition = service.definition(campaign);
    var planned = campaign.nextStart();
    boolean begun = transactions.write(() -> begin(campaign, definition, planned));
    if (begun) {
      runs.of(campaignId).stream().filter(run -> run.expandedAt() == null).forEach(this::expand);
    }
  }

  private boolean begin(Campaign campaign, CampaignDefinition definition, Instant planned) {
    var run = campaigns.beginRun(campaign.id(), planned);
    if (run == null) {
      return false;
    }
    campaigns.move(campaign.id(), Set.of(CampaignState.SCHEDULED), CampaignState.RUNNING, null, clock.instant());
    var schedule = schedule(campaign, definition);
    boolean missed = Duration.between(planner.due(schedule, planned), clock.instant()).compareTo(MISSED) > 0;
    if (missed && !definition.sendLate()) {
      event(campaign.id(), "skip", planned.toString());
    } else {
      runs.begin(campaign.id(), run, planned, clock.instant());
      event(campaign.id(), missed ? "late" : "start", Integer.toString(run));
    }
    planner.next(schedule, planned.isAfter(clock.instant()) ? planned : clock.instant(), false).ifPresent(next -> {
      campaigns.plan(campaign.id(), next);
      starts.at(campaign.id(), next);
    });
    return !missed || definition.sendLate();
  }

  /** Makes the messages of a start from where it stands; each window commits together with the mark of how far it is. */
  private void expand(CampaignRun begun) {
    var campaign = campaigns.find(begun.campaignId()).orElseThrow();
    if (campaign.state() == CampaignState.CANCELLED) {
      runs.expanded(begun, clock.instant());
      return;
    }
    var definition = service.definition(campaign);
    long snapshot = begun.snapshotId() != null ? begun.snapshotId() : fix(begun, campaign, definition);
    long content = begun.contentId() != null ? begun.contentId() : store(begun, campaign, definition);
    var schedule = schedule(campaign, definition);
    var due = planner.due(schedule, begun.plannedAt());
    var byZone = planner.dueByZone(schedule, begun.plannedAt(), audiences.zones(snapshot));
    var spread = definition.spreadFor(audiences.people(snapshot));
    long after = begun.afterContact();
    boolean done = false;
    while (!done) {
      var window = new ExpandCampaign(campaign.id(), begun.run(), content, snapshot, definition.purpose(), definition.channels(),
          definition.fallbackAfter(), due, byZone, spread, definition.expires(), ExpandCampaign.Share.ALL, after, WINDOW);
      var expanded = transactions.write(() -> {
        var result = outbox.expand(window);
        runs.reached(begun, result.lastContact());
        return result;
      });
      after = expanded.lastContact();
      done = expanded.done();
    }
    runs.expanded(begun, clock.instant());
  }

  private long fix(CampaignRun run, Campaign campaign, CampaignDefinition definition) {
    return transactions.write(() -> {
      long snapshot = ids.next();
      runs.audience(run, snapshot, audiences.snapshot(
          planner.audience(definition, schedule(campaign, definition), run.plannedAt()), snapshot, new DeskScope.All()));
      return snapshot;
    });
  }

  private long store(CampaignRun run, Campaign campaign, CampaignDefinition definition) {
    return transactions.write(() -> {
      Content content = definition.template() == null ? new Content.OfText(definition.text(), Map.of())
          : new Content.OfTemplate(definition.template(), campaign.templateVersion(), definition.values());
      long id = outbox.saveContent(content, definition.quiet());
      runs.content(run, id);
      return id;
    });
  }

  /** Starts what is due, finishes what was interrupted, stops what goes wrong, ends what is done. One failure stops no other. */
  void sweep() {
    campaigns.due(clock.instant(), AT_ONCE).forEach(c -> guarded(c.id(), () -> start(c.id())));
    runs.unfinished(AT_ONCE).forEach(run -> guarded(run.campaignId(), () -> expand(run)));
    campaigns.inState(CampaignState.RUNNING, AT_ONCE * AT_ONCE).forEach(c -> guarded(c.id(), () -> watch(c)));
    campaigns.inState(CampaignState.CANCELLED, AT_ONCE).stream().filter(c -> !outbox.totals(c.id()).all().settled())
        .forEach(c -> guarded(c.id(), () -> outbox.cancelCampaign(c.id(), "campaign_cancelled", CANCEL_BATCH)));
  }

  private void watch(Campaign campaign) {
    // Read before the totals: a start that becomes whole in between must not look as if all its messages were settled.
    boolean whole = runs.of(campaign.id()).stream().allMatch(r -> r.expandedAt() != null);
    var totals = outbox.totals(campaign.id()).all();
    var definition = service.definition(campaign);
    if (!campaign.guardsOff() && definition.budget() != null && totals.cost().compareTo(definition.budget()) >= 0 && !totals.settled()) {
      stop(campaign, "budget", totals.cost());
    } else if (!campaign.guardsOff() && failing(totals)) {
      stop(campaign, "failures", BigDecimal.valueOf(totals.failed()));
    } else if (campaign.nextStart() == null && totals.settled() && whole
        && campaigns.move(campaign.id(), Set.of(CampaignState.RUNNING), CampaignState.COMPLETED, null, clock.instant())) {
      event(campaign.id(), "complete", null);
    }
  }

  private static Schedule schedule(Campaign campaign, CampaignDefinition definition) {
    return campaign.atOnce() ? new Schedule.Now() : definition.schedule();
  }

  private void stop(Campaign campaign, String reason, BigDecimal figure) {
    outbox.hold(campaign.id(), reason);
    if (campaigns.move(campaign.id(), Set.of(CampaignState.RUNNING), CampaignState.PAUSED, reason, clock.instant())) {
      event(campaign.id(), "stop", reason + " " + figure.toPlainString());
      LOG.warn("Campaign {} paused by itself: {}", campaign.id(), reason);
    }
  }

  private static boolean failing(DeliveryTotals totals) {
    long gone = totals.sent() + totals.delivered() + totals.read() + totals.failed();
    return !totals.settled() && totals.failed() >= FAILURES_THAT_COUNT && totals.failed() > gone * FAILURE_SHARE;
  }

  private void event(long campaignId, String act, String detail) {
    campaigns.event(ids.next(), campaignId, new CampaignEvent(clock.instant(), null, act, detail));
  }

  private static void guarded(long campaignId, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.error("Campaign {} could not be worked on; it is tried again", campaignId, e);
    }
  }
}
