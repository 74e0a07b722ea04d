package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.Audiences;
import org.enlacehub.delivery.ExpandCampaign;
import org.enlacehub.delivery.ExpandCampaign.Share;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.platform.database.Transactions;
import org.enlacehub.platform.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the audience of a start into messages, window by window, from where it stands. */
@Singleton
class Expansion {
  private static final Logger LOG = LoggerFactory.getLogger(Expansion.class);
  private static final int WINDOW = 10_000;
  /** An audience may grow this much between approval and start; what grows more was not what was approved. */
  private static final long GROWTH = 2;
  private static final long GROWTH_THAT_COUNTS = 500;
  private final CampaignRepository campaigns;
  private final RunRepository runs;
  private final Definitions definitions;
  private final Planner planner;
  private final Audiences audiences;
  private final Smoothing smoothing;
  private final Outbox outbox;
  private final History history;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  Expansion(CampaignRepository campaigns, RunRepository runs, Definitions definitions, Planner planner, Audiences audiences,
      Smoothing smoothing, Outbox outbox, History history, Transactions transactions, Ids ids, Clock clock) {
    this.campaigns = campaigns;
    this.runs = runs;
    this.definitions = definitions;
    this.planner = planner;
    this.audiences = audiences;
    this.smoothing = smoothing;
    this.outbox = outbox;
    this.history = history;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes the messages that are missing. Each window commits together with the mark of how far it is, and looks before whether the
   * campaign still runs: one that is paused goes on later, one that has ended makes no further message.
   */
  void goOn(CampaignRun run) {
    var campaign = campaigns.find(run.campaignId()).orElseThrow();
    if (campaign.state() != CampaignState.RUNNING) {
      return;
    }
    var definition = definitions.of(campaign);
    long snapshot = run.snapshotId() != null ? run.snapshotId() : fix(run, campaign, definition);
    long people = audiences.people(snapshot);
    if (unexpected(campaign, definition, people)) {
      stop(campaign, "audience", BigDecimal.valueOf(people));
      return;
    }
    var texts = run.contentId() != null ? new Texts(run.contentId(), run.secondContentId()) : store(run, campaign, definition);
    var due = planner.due(CampaignStarts.of(campaign, definition), run.plannedAt(), audiences.zones(snapshot));
    var spread = smoothing.spread(definition, people, definition.answerable() ? audiences.byConsulate(snapshot) : Map.of());
    long after = run.afterContact();
    boolean done = false;
    while (!done) {
      long from = after;
      var windows = texts.shares(definition).entrySet().stream().map(share -> new ExpandCampaign(campaign.id(), run.run(), share.getKey(), snapshot,
          definition.purpose(), definition.channels(), definition.fallbackAfter(), due, spread, definition.expires(),
          share.getValue(), from, WINDOW)).toList();
      var expanded = transactions.write(() -> window(run, windows));
      if (expanded == null) {
        return;
      }
      after = expanded.lastContact();
      done = expanded.done();
    }
    runs.expanded(run, clock.instant());
  }

  /** Null when the campaign does not run any more. */
  private ExpandCampaign.Expanded window(CampaignRun run, List<ExpandCampaign> windows) {
    if (campaigns.find(run.campaignId()).filter(c -> c.state() == CampaignState.RUNNING).isEmpty()) {
      return null;
    }
    // The same members each time, of whom each text takes its own.
    var result = windows.stream().map(outbox::expand).toList().getLast();
    runs.reached(run, result.lastContact());
    return result;
  }

  /** Pauses a campaign that goes wrong, and says why; a person decides how it goes on. */
  void stop(Campaign campaign, String reason, BigDecimal figure) {
    outbox.hold(campaign.id(), reason);
    if (campaigns.move(campaign.id(), Set.of(CampaignState.RUNNING), CampaignState.PAUSED, reason, clock.instant())) {
      history.note(campaign.id(), "stop", reason + " " + figure.toPlainString());
      LOG.warn("Campaign {} paused by itself: {}", campaign.id(), reason);
    }
  }

  private static boolean unexpected(Campaign campaign, CampaignDefinition definition, long people) {
    if (campaign.guardsOff()) {
      return false;
    }
    return definition.expects() != null ? people > definition.expects()
        : campaign.people() != null && people > campaign.people() * GROWTH && people > campaign.people() + GROWTH_THAT_COUNTS;
  }

  private long fix(CampaignRun run, Campaign campaign, CampaignDefinition definition) {
    return transactions.write(() -> {
      long snapshot = ids.next();
      runs.audience(run, snapshot, audiences.snapshot(
          planner.audience(definition, CampaignStarts.of(campaign, definition), run.plannedAt()), snapshot, new DeskScope.All()));
      return snapshot;
    });
  }

  /** What the messages of a start say, by the ids of the outbox. */
  private record Texts(long first, @Nullable Long second) {

    Map<Long, Share> shares(CampaignDefinition definition) {
      return second == null ? Map.of(first, Share.ALL) : Map.of(first, definition.against().first(), second, definition.against().second());
    }
  }

  private Texts store(CampaignRun run, Campaign campaign, CampaignDefinition definition) {
    return transactions.write(() -> {
      var texts = new Texts(outbox.saveContent(definition.wording().content(campaign.templateVersion()), definition.quiet()),
          definition.against() == null ? null
              : outbox.saveContent(definition.against().wording().content(campaign.secondVersion()), definition.quiet()));
      runs.content(run, texts.first(), texts.second());
      return texts;
    });
  }
}
