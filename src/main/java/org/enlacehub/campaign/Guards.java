package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.Audiences;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.platform.config.Findings;

/**
 * Refuses what looks like an accident before anybody is asked to approve it: gaps, words that do not fit any more, an audience far
 * beyond the usual, the same words to the same people again. What is meant can be said in the definition itself, where approvers see it.
 */
@Singleton
class Guards {
  private static final int MOST_COMPARED = 50;
  private static final int RUNS_THAT_TELL = 20;
  private static final int FEWEST = 3;
  private final CampaignReader reader;
  private final CampaignRepository campaigns;
  private final RunRepository runs;
  private final Definitions definitions;
  private final Planner planner;
  private final Audiences audiences;
  private final GuardLimits limits;
  private final Clock clock;

  Guards(CampaignReader reader, CampaignRepository campaigns, RunRepository runs, Definitions definitions, Planner planner,
      Audiences audiences, GuardLimits limits, Clock clock) {
    this.reader = reader;
    this.campaigns = campaigns;
    this.runs = runs;
    this.definitions = definitions;
    this.planner = planner;
    this.audiences = audiences;
    this.limits = limits;
    this.clock = clock;
  }

  /** @param people in the audience now; 0 where it cannot be read */
  record Verdict(List<Finding> findings, long people) {}

  Verdict check(Campaign campaign, CampaignDefinition definition) {
    var findings = new Findings();
    if (reader.read(campaign.source(), campaign.slug(), findings).isEmpty()) {
      return new Verdict(findings.all(), 0);
    }
    var found = new ArrayList<>(findings.all());
    Gaps.of(definition).forEach(pointer -> found.add(finding(campaign, pointer, "This is still to be filled in.",
        "Write what is meant instead of the words in brackets.")));
    if (definition.rsvp() != null && found.isEmpty() && !definition.rsvp().closes().isAfter(clock.instant())) {
      found.add(finding(campaign, "/rsvp/deadline", "The last moment to answer has passed.", "Write a moment to come."));
    }
    if (planner.first(definition.schedule(), clock.instant()).isEmpty()) {
      found.add(passed(campaign.slug()));
    }
    long people = audiences.count(definition.audience(), new DeskScope.All()).count();
    size(campaign, definition, people, found);
    if (!definition.repeat()) {
      again(campaign, definition, found);
    }
    return new Verdict(found, people);
  }

  private void size(Campaign campaign, CampaignDefinition definition, long people, List<Finding> found) {
    long usual = usual();
    if (people == 0) {
      found.add(finding(campaign, "/audience", "The audience holds nobody.", "Correct the query."));
    } else if (definition.expects() != null && people > definition.expects()) {
      found.add(finding(campaign, "/expects", "The audience holds " + people + " people, more than the " + definition.expects()
          + " that are expected.", "Narrow the audience, or raise 'expects' if so many are meant."));
    } else if (definition.expects() == null && people > usual * limits.timesUsual()) {
      found.add(finding(campaign, "/audience", "The audience holds " + people + " people, more than " + limits.timesUsual()
          + " times the usual " + usual + ".", "Narrow it, or write 'expects: " + people + "' if so many are meant."));
    }
  }

  /** People in the middle one of the last starts. */
  private long usual() {
    var last = runs.sizes(RUNS_THAT_TELL);
    return last.size() < FEWEST ? limits.usualAtFirst() : Math.max(limits.usualAtFirst() / limits.timesUsual(), last.get(last.size() / 2));
  }

  private void again(Campaign campaign, CampaignDefinition definition, List<Finding> found) {
    if (definition.schedule() instanceof Schedule.Relative) {
      return;
    }
    if (definition.schedule() instanceof Schedule.Recurring r) {
      var first = planner.first(r, clock.instant());
      var second = first.flatMap(f -> planner.next(r, f, planner.today(r, clock.instant())));
      if (second.isPresent() && Duration.between(first.get(), second.get()).compareTo(limits.sameWordsWithin()) < 0) {
        found.add(finding(campaign, "/schedule/rrule", "The same people would read the same words again within "
            + limits.sameWordsWithin().toHours() + " hours.", "Choose a rarer rule, or write 'repeat: true' if that is meant."));
      }
    }
    Instant now = clock.instant();
    for (var other : campaigns.around(now.minus(limits.sameWordsWithin()), now.plus(limits.sameWordsWithin()), MOST_COMPARED)) {
      var its = definitions.of(other);
      if (other.id() != campaign.id() && !(its.schedule() instanceof Schedule.Relative) && sameWords(definition, its)) {
        long both = audiences.count("(" + definition.audience() + ") and (" + its.audience() + ")", new DeskScope.All()).count();
        if (both > 0) {
          found.add(finding(campaign, definition.template() == null ? "/text" : "/template", "The campaign '" + other.slug()
              + "' says the same to " + both + " of these people within two days of now.",
              "Leave them out of the audience, or write 'repeat: true' if that is meant."));
        }
      }
    }
  }

  private static boolean sameWords(CampaignDefinition a, CampaignDefinition b) {
    return a.wordings().stream().anyMatch(b.wordings()::contains);
  }

  static Finding passed(String slug) {
    return new Finding(slug, 0, "/schedule", "Its time has passed, or its rule has no further day.", "Write a time to come, or 'schedule: now'.");
  }

  private static Finding finding(Campaign campaign, String pointer, String message, String remedy) {
    return new Finding(campaign.slug(), 0, pointer, message, remedy);
  }
}
