package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Begins starts whose time has come, once each, and decides about those whose time has passed. */
@Singleton
class CampaignStarts {
  /** A start that is this late was missed, not merely slow. */
  private static final Duration MISSED = Duration.ofMinutes(30);
  /** Days of an outage that a daily campaign reports one by one. */
  private static final int MOST_REPORTED = 60;
  private final CampaignRepository campaigns;
  private final RunRepository runs;
  private final Definitions definitions;
  private final CampaignClock clockwork;
  private final Planner planner;
  private final History history;
  private final Clock clock;

  CampaignStarts(CampaignRepository campaigns, RunRepository runs, Definitions definitions, CampaignClock clockwork, Planner planner,
      History history, Clock clock) {
    this.campaigns = campaigns;
    this.runs = runs;
    this.definitions = definitions;
    this.clockwork = clockwork;
    this.planner = planner;
    this.history = history;
    this.clock = clock;
  }

  /** The schedule that counts for a campaign: its own, or "now" when somebody sent it at once. */
  static Schedule of(Campaign campaign, CampaignDefinition definition) {
    return campaign.atOnce() ? new Schedule.Now() : definition.schedule();
  }

  /** Begins the start that is due; true when there is a new run whose messages are to be made. */
  @Transactional
  boolean begin(long campaignId) {
    var found = campaigns.find(campaignId);
    var now = clock.instant();
    if (found.isEmpty() || found.get().nextStart() == null || found.get().nextStart().isAfter(now)) {
      return false;
    }
    var campaign = found.get();
    var planned = campaign.nextStart();
    var definition = definitions.of(campaign);
    var schedule = of(campaign, definition);
    var run = campaigns.beginRun(campaignId, planned);
    if (run == null) {
      return false;
    }
    campaigns.move(campaignId, Set.of(CampaignState.SCHEDULED), CampaignState.RUNNING, null, now);
    boolean missed = Duration.between(planner.usualDue(schedule, planned), now).compareTo(MISSED) > 0;
    boolean skipped = missed && !definition.sendLate() || tooLate(definition, schedule, planned);
    if (skipped) {
      history.note(campaignId, "skip", planned.toString());
    } else {
      runs.begin(campaignId, run, planned, now);
      history.note(campaignId, missed ? "late" : "start", Integer.toString(run));
    }
    next(campaign, schedule, planned).ifPresent(next -> {
      campaigns.plan(campaignId, next);
      clockwork.at(campaignId, next);
    });
    return !skipped;
  }

  /**
   * Ends a campaign that waited for its approval, or to be scheduled, until its time had passed. Only a single moment can pass;
   * what recurs has another one.
   */
  @Transactional
  void expire(Campaign campaign) {
    var definition = definitions.of(campaign);
    if (definition.schedule() instanceof Schedule.Once once) {
      var last = planner.lastDue(once, Instant.EPOCH);
      var grace = definition.expires() != null ? definition.expires() : definition.sendLate() ? null : MISSED;
      if (grace != null && last.plus(grace).isBefore(clock.instant())
          && campaigns.move(campaign.id(), Set.of(campaign.state()), CampaignState.EXPIRED, null, clock.instant())) {
        history.note(campaign.id(), "expire", null);
      }
    }
  }

  /**
   * The start after this one. Each day of a campaign that goes by people's dates has people of its own, so that none may be passed
   * over; a recurring one that was down for weeks is made up once, and each time that is passed over is reported.
   */
  private Optional<Instant> next(Campaign campaign, Schedule schedule, Instant planned) {
    var now = clock.instant();
    var anchor = anchor(campaign);
    var next = planner.next(schedule, planned, anchor);
    if (schedule instanceof Schedule.Recurring) {
      for (int i = 0; i < MOST_REPORTED && next.isPresent() && next.get().isBefore(now); i++) {
        history.note(campaign.id(), "skip", next.get().toString());
        next = planner.next(schedule, next.get(), anchor);
      }
      return next.filter(n -> !n.isBefore(now)).or(() -> planner.next(schedule, now, anchor));
    }
    return next;
  }

  private boolean tooLate(CampaignDefinition definition, Schedule schedule, Instant planned) {
    return definition.expires() != null && !planner.lastDue(schedule, planned).plus(definition.expires()).isAfter(clock.instant());
  }

  private static LocalDate anchor(Campaign campaign) {
    return campaign.anchor() != null ? campaign.anchor() : LocalDate.ofInstant(campaign.createdAt(), ZoneOffset.UTC);
  }
}
