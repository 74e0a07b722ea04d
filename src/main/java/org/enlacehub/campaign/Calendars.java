package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.consulate.Consulates;

/** What went out when, and what goes out when. Moments are those of people at no known place: others get it at their own hour. */
@Singleton
public class Calendars {
  private static final int MOST_OF_ONE = 100;
  private final CampaignRepository campaigns;
  private final RunRepository runs;
  private final Definitions definitions;
  private final Planner planner;
  private final Consulates consulates;
  private final Clock clock;

  Calendars(CampaignRepository campaigns, RunRepository runs, Definitions definitions, Planner planner, Consulates consulates, Clock clock) {
    this.campaigns = campaigns;
    this.runs = runs;
    this.definitions = definitions;
    this.planner = planner;
    this.consulates = consulates;
    this.clock = clock;
  }

  /**
   * One start.
   *
   * @param titles of the campaign by language
   * @param people who got it; null while it is to come
   * @param daily it looks every day for people whose date has come; only its next day is listed
   */
  public record Entry(Instant at, String slug, Map<String, String> titles, CampaignState state, @Nullable Long people, boolean daily) {}

  /** The zone in which days are counted: the ministry's. */
  public ZoneId zone() {
    return consulates.centralDesk().zone();
  }

  /** The next starts of a campaign that is scheduled now; fewer when it has no more. */
  public List<Instant> upcoming(Schedule schedule, int most) {
    var all = new ArrayList<Instant>();
    var anchor = planner.today(schedule, clock.instant());
    var next = planner.first(schedule, clock.instant());
    while (next.isPresent() && all.size() < most) {
      all.add(planner.usualDue(schedule, next.get()));
      next = planner.next(schedule, next.get(), anchor);
    }
    return all;
  }

  /** In order of time. Campaigns that wait for approval are listed as they would go out. */
  public List<Entry> between(Instant from, Instant to) {
    var all = new ArrayList<Entry>();
    for (var run : runs.between(from, to)) {
      campaigns.find(run.campaignId()).ifPresent(c -> {
        var definition = definitions.of(c);
        var due = planner.usualDue(CampaignStarts.of(c, definition), run.plannedAt());
        if (!due.isBefore(from) && due.isBefore(to)) {
          all.add(new Entry(due, c.slug(), definition.title(), c.state(), run.people(), false));
        }
      });
    }
    campaigns.planned().forEach(c -> all.addAll(toCome(c, definitions.of(c), from, to)));
    all.sort(Comparator.comparing(Entry::at));
    return all;
  }

  private List<Entry> toCome(Campaign campaign, CampaignDefinition definition, Instant from, Instant to) {
    var schedule = CampaignStarts.of(campaign, definition);
    boolean waits = campaign.state() == CampaignState.IN_REVIEW || campaign.state() == CampaignState.APPROVED;
    if (waits && schedule instanceof Schedule.Now) {
      return List.of();
    }
    var anchor = campaign.anchor() == null ? planner.today(schedule, clock.instant()) : campaign.anchor();
    var next = waits ? planner.first(schedule, clock.instant()) : Optional.ofNullable(campaign.nextStart());
    boolean daily = schedule instanceof Schedule.Relative;
    var all = new ArrayList<Entry>();
    for (int i = 0; i < MOST_OF_ONE && next.isPresent() && next.get().isBefore(to); i++) {
      var due = planner.usualDue(schedule, next.get());
      if (!due.isBefore(from) && due.isBefore(to)) {
        all.add(new Entry(due, campaign.slug(), definition.title(), campaign.state(), null, daily));
        if (daily) {
          break;
        }
      }
      next = planner.next(schedule, next.get(), anchor);
    }
    return all;
  }
}
