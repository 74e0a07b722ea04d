package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Collectors;

/** Compares the two texts of a campaign by what became of the people who got them. */
@Singleton
public class TextComparisons {
  private final RunRepository runs;
  private final ReplyRepository replies;

  TextComparisons(RunRepository runs, ReplyRepository replies) {
    this.runs = runs;
    this.replies = replies;
  }

  /** Reads the campaign's messages: seconds where they are a million. */
  @Transactional
  public TextComparison of(long campaignId) {
    var second = runs.of(campaignId).stream().map(CampaignRun::secondContentId).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
    var first = TextComparison.Part.NOBODY;
    var other = TextComparison.Part.NOBODY;
    for (var content : replies.byContent(campaignId)) {
      if (second.contains(content.contentId())) {
        other = other.plus(content.part());
      } else {
        first = first.plus(content.part());
      }
    }
    return new TextComparison(first, other);
  }
}
