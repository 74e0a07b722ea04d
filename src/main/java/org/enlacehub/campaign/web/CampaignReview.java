package org.enlacehub.campaign.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignDefinition;
import org.enlacehub.campaign.CampaignRun;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.campaign.Replies;
import org.enlacehub.campaign.Samples;
import org.enlacehub.campaign.TestSends;
import org.enlacehub.delivery.DeliveryTotals;
import org.enlacehub.delivery.DeliveryTotals.Cell;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.delivery.Prices;
import org.enlacehub.template.TemplateVersions;

/** Gathers what a person must see to decide about a campaign, and how it goes once it runs. */
@Singleton
class CampaignReview {
  private static final int EVENTS = 40;
  private final Campaigns campaigns;
  private final TestSends tests;
  private final TemplateVersions templates;
  private final Outbox outbox;
  private final Prices prices;
  private final Replies replies;
  private final Staffs staffs;
  private final Clock clock;

  CampaignReview(Campaigns campaigns, TestSends tests, TemplateVersions templates, Outbox outbox, Prices prices,
      Replies replies, Staffs staffs, Clock clock) {
    this.campaigns = campaigns;
    this.tests = tests;
    this.templates = templates;
    this.outbox = outbox;
    this.prices = prices;
    this.replies = replies;
    this.staffs = staffs;
    this.clock = clock;
  }

  CampaignListPage.Row row(Campaign campaign) {
    var definition = campaigns.definition(campaign);
    return new CampaignListPage.Row(campaign, definition.title(), definition.purpose().code(), campaigns.totals(campaign.id()).all());
  }

  CampaignPage page(Campaign campaign, Actor actor) {
    var definition = campaigns.definition(campaign);
    var events = campaigns.events(campaign.id(), EVENTS);
    var ids = events.stream().map(e -> e.staffId()).filter(Objects::nonNull).collect(Collectors.toSet());
    var names = ids.isEmpty() ? Map.<Long, String>of()
        : staffs.findAll(ids).values().stream().collect(Collectors.toMap(Staff::id, Staff::name));
    var progress = progress(campaign);
    return new CampaignPage(campaign, definition, campaigns.nextDue(campaign), looks(campaign, definition), tests.channels(campaign),
        campaigns.own(campaign, actor), progress, events, names, progress.totals());
  }

  Progress progress(Campaign campaign) {
    var totals = outbox.totals(campaign.id());
    var runs = campaigns.runs(campaign.id());
    long people = runs.stream().mapToLong(CampaignRun::people).sum();
    var all = totals.all();
    long gone = all.sent() + all.delivered() + all.read() + all.failed();
    var since = runs.stream().map(CampaignRun::startedAt).min(Instant::compareTo);
    long seconds = since.map(s -> Math.max(1, Duration.between(s, clock.instant()).toSeconds())).orElse(1L);
    long perMinute = gone * 60 / seconds;
    var ends = perMinute == 0 || all.queued() == 0 ? null : clock.instant().plus(Duration.ofSeconds(all.queued() * 60 / perMinute));
    return new Progress(campaign.slug(), campaign.state(), campaign.stopReason(), people, all, grouped(totals.cells(), Cell::channel),
        grouped(totals.cells(), Cell::language), grouped(totals.cells(), Cell::desk), all.failed() + all.suppressed() + all.expired() == 0 ? List.of() : outbox.failures(campaign.id()),
        perMinute, ends, campaign.estimate(), prices.currency(), campaign.state().ended() && all.sent() + all.delivered() + all.read() > 0
            ? replies.to(campaign) : null);
  }

  private List<CampaignPage.Look> looks(Campaign campaign, CampaignDefinition definition) {
    return Stream.of(false, true).filter(second -> !second || definition.against() != null).map(second -> {
      var wording = definition.wording(second);
      return new CampaignPage.Look(wording.template() == null ? List.of() : Samples.of(templates.at(wording.template(), campaign.versionOf(second)),
          definition.channels(), wording.values()), wording.text());
    }).toList();
  }

  static Map<String, DeliveryTotals> grouped(List<Cell> cells, Function<Cell, String> by) {
    return cells.stream().collect(Collectors.groupingBy(by, TreeMap::new,
        Collectors.mapping(Cell::totals, Collectors.reducing(DeliveryTotals.NONE, CampaignReview::plus))));
  }

  private static DeliveryTotals plus(DeliveryTotals a, DeliveryTotals b) {
    return new DeliveryTotals(a.recipients() + b.recipients(), a.queued() + b.queued(), a.held() + b.held(), a.sent() + b.sent(),
        a.delivered() + b.delivered(), a.read() + b.read(), a.failed() + b.failed(), a.suppressed() + b.suppressed(),
        a.expired() + b.expired(), a.cancelled() + b.cancelled(), a.segments() + b.segments(), a.cost().add(b.cost()));
  }
}
