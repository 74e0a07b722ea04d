package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.contact.ContactErased;
import org.enlacehub.contact.Purpose;
import org.enlacehub.contact.Recipients;

/** The places of an invitation: each is given once, and one that is given back goes to whoever has waited longest. */
@Singleton
public class Rsvps {
  private static final int LOOKED_AT = 50;
  private final CampaignRepository campaigns;
  private final Definitions definitions;
  private final RsvpRepository rsvps;
  private final RsvpNotes notes;
  private final Recipients recipients;
  private final Clock clock;

  Rsvps(CampaignRepository campaigns, Definitions definitions, RsvpRepository rsvps, RsvpNotes notes, Recipients recipients, Clock clock) {
    this.campaigns = campaigns;
    this.definitions = definitions;
    this.rsvps = rsvps;
    this.notes = notes;
    this.recipients = recipients;
    this.clock = clock;
  }

  /**
   * Takes down what a person answered, in the caller's transaction; the same answer again changes nothing.
   *
   * @param lineage the person's contact ids, the one that stands now first
   * @return where they stand now
   */
  @Transactional
  RsvpState answer(long campaignId, CampaignDefinition definition, List<Long> lineage, boolean coming) {
    // Whoever gives or takes a place holds the campaign, so that the last one is given once.
    campaigns.lock(campaignId);
    var was = rsvps.of(campaignId, lineage);
    var next = !coming ? RsvpState.DECLINED : rsvps.taken(campaignId) < definition.rsvp().places() ? RsvpState.COMING : RsvpState.WAITING;
    var stands = was.map(RsvpEntry::state).orElse(null);
    if (stands == next || coming && stands != null && stands != RsvpState.DECLINED) {
      return stands;
    }
    rsvps.put(campaignId, new RsvpEntry(was.map(RsvpEntry::contactId).orElse(lineage.getFirst()), next, clock.instant()));
    handOn(campaignId, definition);
    return next;
  }

  /** Gives places that are free to those who wait and can be told. */
  private void handOn(long campaignId, CampaignDefinition definition) {
    int free = definition.rsvp().places() - rsvps.taken(campaignId);
    RsvpEntry last = null;
    while (free > 0) {
      var waiting = rsvps.in(campaignId, RsvpState.WAITING, last, LOOKED_AT);
      for (var entry : waiting) {
        if (free > 0 && reachable(entry.contactId(), definition)) {
          rsvps.put(campaignId, new RsvpEntry(entry.contactId(), RsvpState.COMING, clock.instant()));
          notes.placeFree(definition, entry.contactId());
          free--;
        }
      }
      if (waiting.size() < LOOKED_AT) {
        return;
      }
      last = waiting.getLast();
    }
  }

  private boolean reachable(long contactId, CampaignDefinition definition) {
    return recipients.read(contactId).filter(person -> definition.channels().stream()
        .anyMatch(channel -> person.destination(channel, Purpose.SERVICE).isPresent())).isPresent();
  }

  /** A person who was erased needs no place. */
  @EventListener
  @Transactional
  void erased(ContactErased event) {
    for (long campaignId : rsvps.campaignsOf(event.contactId())) {
      var campaign = campaigns.lock(campaignId);
      rsvps.delete(campaignId, event.contactId());
      campaign.map(definitions::of).ifPresent(definition -> handOn(campaignId, definition));
    }
  }

  /** How many people stand where; a state of nobody is absent. */
  public Map<RsvpState, Long> counts(long campaignId) {
    return rsvps.counts(campaignId);
  }

  /** Those in a state, the longest first. */
  public List<RsvpEntry> in(long campaignId, RsvpState state, @Nullable RsvpEntry after, int limit) {
    return rsvps.in(campaignId, state, after, limit);
  }

  /** Where a person stands; empty when they have not answered. */
  @Transactional
  public Optional<RsvpState> of(long campaignId, Collection<Long> lineage) {
    return rsvps.of(campaignId, lineage).map(RsvpEntry::state);
  }
}
