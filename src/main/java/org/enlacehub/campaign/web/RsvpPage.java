package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignDefinition;
import org.enlacehub.campaign.RsvpState;

/**
 * The places of an invitation.
 *
 * @param counts people by where they stand; absent for nobody
 * @param silent people who got it and have not answered
 * @param state whose list is shown
 * @param next cursor of the next page; null on the last
 */
@Introspected
public record RsvpPage(Campaign campaign, CampaignDefinition definition, Map<RsvpState, Long> counts, long silent, RsvpState state, List<Row> rows,
    @Nullable String next) {

  /** Somebody. @param name null where none is known @param phone masked; null where none is known */
  public record Row(long contactId, @Nullable String name, @Nullable String phone, @Nullable String language, Instant since) {}

  public long count(RsvpState of) {
    return counts.getOrDefault(of, 0L);
  }

  /** The part of the places that is taken, of a hundred. */
  public int percent() {
    return (int) Math.min(100, 100 * count(RsvpState.COMING) / definition.rsvp().places());
  }
}
