package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.delivery.Quiet;

/**
 * What a campaign is, as its file or the API says; the two read alike.
 *
 * @param id word of small letters, digits and hyphens; names the campaign in addresses
 * @param title by language, for staff
 * @param audience query of the audience language
 * @param wording what its messages say
 * @param channels in order of preference
 * @param fallbackAfter how long to wait for a delivery before the next channel; null for no fallback over time
 * @param spread over how long the messages are spread evenly; zero for none
 * @param perSecond most messages a second of this campaign; 0 for what the senders can
 * @param answerable spread further where the desks could not answer what is expected back
 * @param budget where it stops by itself; null for none
 * @param currency of the budget, ISO 4217
 * @param approvals people other than the author who must agree
 * @param expires how long after its time a message is still worth sending; null for always
 * @param sendLate a start that was missed while everything was down is made up; otherwise it is skipped and reported
 * @param expects most people this is meant for; null where the author gave no figure. A start that finds more stops by itself
 * @param repeat the same words to the same people within a few days are meant
 * @param against a second text that some people get instead; null for none
 * @param reply what becomes of what people write back
 * @param rsvp an invitation that they accept or decline; null for none
 */
public record CampaignDefinition(String id, Map<String, String> title, Purpose purpose, String audience, Wording wording,
    List<Channel> channels, @Nullable Duration fallbackAfter, Schedule schedule,
    Quiet quiet, Duration spread, int perSecond, boolean answerable, @Nullable BigDecimal budget, @Nullable String currency, int approvals, @Nullable Duration expires,
    boolean sendLate, @Nullable Long expects, boolean repeat, @Nullable Against against, Reply reply, @Nullable Rsvp rsvp) {

  /** Templates with which an invitation answers people: each that invites fills them in too. */
  public static final Set<String> CONFIRMATIONS = RsvpNotes.TEMPLATES;

  /** Over how long the messages to so many people are spread: what the campaign says, or longer where its pace asks for it. */
  public Duration spreadFor(long people) {
    var paced = perSecond == 0 ? Duration.ZERO : Duration.ofSeconds(people / perSecond);
    return paced.compareTo(spread) > 0 ? paced : spread;
  }

  /** Of the first text. */
  public @Nullable String template() {
    return wording.template();
  }

  /** Of the first text. */
  public Map<String, String> text() {
    return wording.text();
  }

  /** Of the first text; the answers to an invitation are filled in with them too. */
  public Map<String, Object> values() {
    return wording.values();
  }

  /** Its texts: one, or two that are compared. */
  public List<Wording> wordings() {
    return against == null ? List.of(wording) : List.of(wording, against.wording());
  }

  /** What one text says. @param second of two that are compared */
  public Wording wording(boolean second) {
    return second && against != null ? against.wording() : wording;
  }

  /** Whether a person gets the second text. */
  boolean second(long contactId, long campaignId) {
    return against != null && against.gets(contactId, campaignId);
  }

  /** The title in a language, else in Spanish, else the id. */
  public String titleIn(String language) {
    return title.getOrDefault(language, title.getOrDefault("es", id));
  }
}
