package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.enlacehub.delivery.Spread;

/**
 * Spreads a campaign so that no desk gets more answers an hour than it can give: as many people an hour as, by past campaigns, make so
 * many answers. People who are served by no known mission go with the spread that the campaign states.
 */
@Singleton
class Smoothing {
  private static final double SECONDS = Duration.ofHours(1).toSeconds();
  private final AnswerCapacity capacity;
  private final Replies replies;

  Smoothing(AnswerCapacity capacity, Replies replies) {
    this.capacity = capacity;
    this.replies = replies;
  }

  /** @param byConsulate people by the mission that serves them */
  Spread spread(CampaignDefinition definition, long people, Map<String, Long> byConsulate) {
    var stated = definition.spreadFor(people);
    if (!definition.answerable()) {
      return Spread.over(stated);
    }
    double share = replies.share().part();
    var spreads = new HashMap<String, Duration>();
    byConsulate.forEach((desk, served) -> {
      var needed = Duration.ofSeconds((long) Math.ceil(served * share / capacity.of(desk) * SECONDS));
      spreads.put(desk, needed.compareTo(stated) > 0 ? needed : stated);
    });
    return new Spread(stated, spreads, capacity.perDay());
  }

  int answersPerHour(String desk) {
    return capacity.of(desk);
  }
}
