package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.delivery.DeliveryTotals;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.Page;
import org.enlacehub.template.TemplateVersions;

/**
 * What people do with campaigns. Each step moves a campaign only from the state in which the person saw it, so that of two who press
 * a button together one succeeds and the other is told.
 */
@Singleton
public class Campaigns {
  private static final int CANCEL_AT_ONCE = 2_000;
  private static final int MOST_COPIES = 1_000;
  private final CampaignRepository campaigns;
  private final RunRepository runs;
  private final CampaignReader reader;
  private final Definitions definitions;
  private final Guards guards;
  private final Forecasts forecasts;
  private final Planner planner;
  private final CampaignClock starts;
  private final TemplateVersions versions;
  private final Outbox outbox;
  private final History history;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  Campaigns(CampaignRepository campaigns, RunRepository runs, CampaignReader reader, Definitions definitions,
      Guards guards, Forecasts forecasts, Planner planner, CampaignClock starts,
      TemplateVersions versions, Outbox outbox, History history, AuditLog audit, Ids ids, Clock clock) {
    this.campaigns = campaigns;
    this.runs = runs;
    this.reader = reader;
    this.definitions = definitions;
    this.guards = guards;
    this.forecasts = forecasts;
    this.planner = planner;
    this.starts = starts;
    this.versions = versions;
    this.outbox = outbox;
    this.history = history;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Stores a draft of a definition in YAML or JSON. */
  @Transactional
  public CampaignOutcome create(Actor actor, String source) {
    var findings = new Findings();
    var definition = reader.read(source, "campaign", findings);
    if (definition.isEmpty()) {
      return new CampaignOutcome.Invalid(findings.all());
    }
    return insert(actor, definition.get().id(), source, definition.get());
  }

  /** Makes a draft of a campaign of the folder; a second one of the same gets a number behind its id. */
  @Transactional
  public CampaignOutcome use(Actor actor, CampaignFiles.CampaignFile file) {
    var id = file.definition().id();
    for (int i = 1; i < MOST_COPIES; i++) {
      var outcome = insert(actor, i == 1 ? id : id + "-" + i, file.source(), file.definition());
      if (outcome instanceof CampaignOutcome.Done) {
        return outcome;
      }
    }
    return new CampaignOutcome.Taken(id);
  }

  private CampaignOutcome insert(Actor actor, String slug, String source, CampaignDefinition definition) {
    var now = clock.instant();
    var campaign = new Campaign(ids.next(), slug, source, CampaignState.DRAFT, actor.staffId(), null, null, 0, null, false, false, null, null,
        null, null, now, now, null);
    if (!campaigns.insert(campaign, definition.purpose().code())) {
      return new CampaignOutcome.Taken(slug);
    }
    note(campaign, actor, "create", null);
    return new CampaignOutcome.Done(campaign);
  }

  /** Replaces the words of a draft. */
  @Transactional
  public CampaignOutcome rewrite(long id, Actor actor, String source) {
    var findings = new Findings();
    var definition = reader.read(source, "campaign", findings);
    if (definition.isEmpty()) {
      return new CampaignOutcome.Invalid(findings.all());
    }
    var campaign = campaigns.find(id);
    if (campaign.isEmpty()) {
      return new CampaignOutcome.Missing();
    }
    if (!campaigns.rewrite(id, source, definition.get().purpose().code(), clock.instant())) {
      return new CampaignOutcome.NotNow(campaigns.find(id).orElseThrow().state());
    }
    note(campaign.get(), actor, "edit", null);
    return done(id);
  }

  /** What would stand in the way of asking for approval; empty when nothing does. */
  public List<Finding> obstacles(Campaign campaign) {
    return guards.check(campaign, definition(campaign)).findings();
  }

  /** Asks for approval, unless the guards refuse it; a campaign that needs none is approved by it. */
  @Transactional
  public CampaignOutcome submit(long id, Actor actor) {
    var found = campaigns.find(id).filter(c -> c.state() == CampaignState.DRAFT);
    var guard = found.map(c -> guards.check(c, definition(c)));
    if (guard.isPresent() && !guard.get().findings().isEmpty()) {
      return new CampaignOutcome.Refused(guard.get().findings());
    }
    var estimate = found.map(c -> forecasts.of(c).cost()).orElse(null);
    return step(id, actor, "submit", null, Set.of(CampaignState.DRAFT), campaign -> {
      if (guard.isEmpty() || !campaign.changedAt().equals(found.get().changedAt())) {
        return null;
      }
      var definition = definition(campaign);
      // A text that was approved is what is sent: the template's version is fixed before anybody judges it.
      campaigns.submitted(id, pinned(definition.wording()), definition.against() == null ? null : pinned(definition.against().wording()),
          guard.get().people(), estimate);
      campaigns.forgetApprovals(id);
      return definition.approvals() == 0 ? CampaignState.APPROVED : CampaignState.IN_REVIEW;
    });
  }

  private @Nullable String pinned(Wording wording) {
    return wording.template() == null ? null : versions.pin(wording.template());
  }

  /** Agrees, as somebody other than the author; it is approved with as many people as it asks for. */
  @Transactional
  public CampaignOutcome approve(long id, Actor actor) {
    if (campaigns.lock(id).filter(c -> c.state() == CampaignState.IN_REVIEW && own(c, actor)).isPresent()) {
      return new CampaignOutcome.OwnWork();
    }
    return step(id, actor, "approve", null, Set.of(CampaignState.IN_REVIEW),
        c -> campaigns.approve(id, actor.staffId(), clock.instant()) >= definition(c).approvals() ? CampaignState.APPROVED : CampaignState.IN_REVIEW);
  }

  /** Whether the actor wrote it or changed its words. */
  public boolean own(Campaign campaign, Actor actor) {
    return campaign.authorId() == actor.staffId() || campaigns.wrote(campaign.id(), actor.staffId());
  }

  /** Sends it back to its author with a reason. */
  @Transactional
  public CampaignOutcome reject(long id, Actor actor, String reason) {
    return step(id, actor, "reject", reason, Set.of(CampaignState.IN_REVIEW), _ -> CampaignState.DRAFT);
  }

  /**
   * Lets an approved campaign run at its time.
   *
   * @param now at once, whatever its schedule says
   */
  @Transactional
  public CampaignOutcome schedule(long id, Actor actor, boolean now) {
    var found = campaigns.find(id);
    if (found.isEmpty()) {
      return new CampaignOutcome.Missing();
    }
    var schedule = now ? new Schedule.Now() : definition(found.get()).schedule();
    var start = planner.first(schedule, clock.instant());
    if (start.isEmpty()) {
      return new CampaignOutcome.Refused(List.of(Guards.passed(found.get().slug())));
    }
    var outcome = step(id, actor, "schedule", start.get().toString(), Set.of(CampaignState.APPROVED), _ -> CampaignState.SCHEDULED);
    if (outcome instanceof CampaignOutcome.Done) {
      campaigns.planFirst(id, now, planner.today(schedule, clock.instant()), start.get());
      starts.at(id, start.get());
      return done(id);
    }
    return outcome;
  }

  /** Stops sending within two seconds of the last message in flight. */
  @Transactional
  public CampaignOutcome pause(long id, Actor actor) {
    var outcome = step(id, actor, "pause", null, Set.of(CampaignState.RUNNING, CampaignState.SCHEDULED), _ -> CampaignState.PAUSED);
    if (outcome instanceof CampaignOutcome.Done) {
      outbox.hold(id, "paused");
    }
    return outcome;
  }

  @Transactional
  public CampaignOutcome resume(long id, Actor actor) {
    var before = campaigns.find(id);
    var outcome = step(id, actor, "resume", null, Set.of(CampaignState.PAUSED),
        c -> c.runs() == 0 ? CampaignState.SCHEDULED : CampaignState.RUNNING);
    if (outcome instanceof CampaignOutcome.Done) {
      outbox.release(id);
      if (before.map(Campaign::stopReason).isPresent()) {
        campaigns.guardsOff(id);
      }
      before.map(Campaign::nextStart).ifPresent(next -> starts.at(id, next));
    }
    return outcome;
  }

  /** Calls it off: what has not left never leaves. */
  @Transactional
  public CampaignOutcome cancel(long id, Actor actor) {
    var open = EnumSet.allOf(CampaignState.class);
    open.removeIf(CampaignState::ended);
    var outcome = step(id, actor, "cancel", null, open, _ -> CampaignState.CANCELLED);
    if (outcome instanceof CampaignOutcome.Done) {
      outbox.hold(id, "cancelled");
      campaigns.plan(id, null);
      starts.forget(id);
      // The first go at once, so that a small campaign shows it; the sweep takes the rest.
      outbox.cancelCampaign(id, "campaign_cancelled", CANCEL_AT_ONCE);
    }
    return outcome;
  }

  public Optional<Campaign> find(long id) {
    return campaigns.find(id);
  }

  /** By id, or by the word that names it. */
  public Optional<Campaign> find(String idOrSlug) {
    return idOrSlug.matches("\\d{1,18}") ? campaigns.find(Long.parseLong(idOrSlug)) : campaigns.findBySlug(idOrSlug);
  }

  /** Newest first. */
  public Page<Campaign> list(@Nullable String cursor, int limit) {
    var after = Cursor.decode(cursor, 2);
    var rows = campaigns.page(after.map(c -> Instant.ofEpochSecond(c.number(0) / 1_000_000, c.number(0) % 1_000_000 * 1_000)).orElse(null),
        after.map(c -> c.number(1)).orElse(0L), limit);
    return Page.of(rows, limit, c -> c,
        c -> Cursor.of(c.createdAt().getEpochSecond() * 1_000_000 + c.createdAt().getNano() / 1_000, c.id()));
  }

  /** What it says; it was checked when it was stored. */
  public CampaignDefinition definition(Campaign campaign) {
    return definitions.of(campaign);
  }

  /** When people at no known place get the next start; null when none is planned. */
  public @Nullable Instant nextDue(Campaign campaign) {
    return campaign.nextStart() == null ? null : planner.usualDue(CampaignStarts.of(campaign, definition(campaign)), campaign.nextStart());
  }

  public DeliveryTotals.Breakdown totals(long id) {
    return outbox.totals(id);
  }

  public List<CampaignRun> runs(long id) {
    return runs.of(id);
  }

  public List<CampaignEvent> events(long id, int limit) {
    return campaigns.events(id, limit);
  }

  public int count(CampaignState state) {
    return campaigns.count(state);
  }

  /** @param to the state it moves to; null when somebody changed it meanwhile */
  private CampaignOutcome step(long id, Actor actor, String act, @Nullable String detail, Set<CampaignState> from,
      Function<Campaign, CampaignState> to) {
    var campaign = campaigns.lock(id);
    if (campaign.isEmpty()) {
      return new CampaignOutcome.Missing();
    }
    if (!from.contains(campaign.get().state())) {
      return new CampaignOutcome.NotNow(campaign.get().state());
    }
    var next = to.apply(campaign.get());
    if (next == null || !campaigns.move(id, Set.of(campaign.get().state()), next, null, clock.instant())) {
      return new CampaignOutcome.NotNow(campaigns.find(id).orElseThrow().state());
    }
    note(campaign.get(), actor, act, detail);
    return done(id);
  }

  private CampaignOutcome done(long id) {
    return new CampaignOutcome.Done(campaigns.find(id).orElseThrow());
  }

  private void note(Campaign campaign, Actor actor, String act, @Nullable String detail) {
    history.note(campaign.id(), actor.staffId() == 0 ? null : actor.staffId(), act, detail);
    audit.record(actor, "campaign." + act, "campaign", campaign.id(), campaign.slug());
  }
}
