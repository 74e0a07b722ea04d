package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlacehub.contact.ContactDraft;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.Purpose;
import org.enlacehub.delivery.Messages;
import org.enlacehub.inquiry.Asked;
import org.enlacehub.inquiry.Incoming;

/**
 * What people write back to campaigns: counted, hinted to the desks as the campaign says, and taken down where it answers an invitation.
 * A message that triage takes for a danger answers nothing by itself: it reaches a desk as it is.
 */
@Singleton
class CampaignReplies implements Asked {
  /** An invitation may be answered so long after it came. */
  private static final Duration LONGEST = Duration.ofDays(120);
  private static final int MOST = 12;
  private static final int HELP = 2;
  private static final Origin PERSON = Origin.person("inbound");
  private final CampaignRepository campaigns;
  private final Definitions definitions;
  private final ReplyRepository replies;
  private final Rsvps rsvps;
  private final RsvpNotes notes;
  private final Messages messages;
  private final Contacts contacts;

  CampaignReplies(CampaignRepository campaigns, Definitions definitions, ReplyRepository replies, Rsvps rsvps, RsvpNotes notes, Messages messages,
      Contacts contacts) {
    this.campaigns = campaigns;
    this.definitions = definitions;
    this.replies = replies;
    this.rsvps = rsvps;
    this.notes = notes;
    this.messages = messages;
    this.contacts = contacts;
  }

  /** A campaign that the person got. @param fresh what they write now is a reply to it */
  private record Got(Campaign campaign, CampaignDefinition definition, boolean quoted, boolean fresh) {

    /** Its text asks for answers of its own, which must not be taken for those of an earlier one. */
    boolean asks() {
      return definition.reply().asks() || definition.purpose() == Purpose.EMERGENCY;
    }
  }

  @Override
  public Optional<Answered> answer(Incoming in, List<Long> lineage, Instant since) {
    var got = got(in, lineage, since);
    var invitation = invitation(got, in);
    var meant = invitation != null ? Optional.of(invitation) : got.stream().filter(Got::fresh).findFirst();
    return meant.map(campaign -> {
      if (replies.replied(campaign.campaign().id(), in.contactId(), in.at()) && campaign.definition().reply().tag() != null) {
        contacts.amend(in.contactId(), ContactDraft.builder().tag(campaign.definition().reply().tag()).build(), PERSON);
      }
      return invitation != null ? takeDown(invitation, in, lineage) : hint(campaign, in);
    });
  }

  /** The newest first; the one whose message they quoted before all. */
  private List<Got> got(Incoming in, List<Long> lineage, Instant since) {
    var quoted = in.answers() == null ? null : messages.subject(in.answers()).map(Messages.Subject::campaignId).orElse(null);
    var earliest = in.at().minus(LONGEST);
    var all = new ArrayList<Got>();
    for (var one : replies.got(lineage, since.isAfter(earliest) ? since : earliest, MOST)) {
      boolean isQuoted = quoted != null && quoted == one.campaignId();
      campaigns.find(one.campaignId()).ifPresent(campaign -> definition(campaign).ifPresent(definition ->
          all.add(isQuoted ? 0 : all.size(), new Got(campaign, definition, isQuoted,
              isQuoted || one.at().plus(definition.reply().within()).isAfter(in.at())))));
    }
    return all;
  }

  /** Empty for one of an older release that cannot be read any more: people's messages are taken in whatever became of it. */
  private Optional<CampaignDefinition> definition(Campaign campaign) {
    try {
      return Optional.of(definitions.of(campaign));
    } catch (StaleDefinition e) {
      return Optional.empty();
    }
  }

  /**
   * The invitation that a message answers. A number may mean an earlier one, for a reminder repeats what to answer, and clear words may; a
   * bare "yes" means the last thing that we wrote. Never beyond a campaign that asks for answers of its own.
   */
  private static @Nullable Got invitation(List<Got> got, Incoming in) {
    boolean newest = true;
    for (var one : got) {
      var rsvp = one.definition().rsvp();
      if (rsvp != null && rsvp.closes().isAfter(in.at())) {
        boolean last = newest;
        var answer = rsvp.read(in.text()).filter(a -> last || one.quoted() || a.form() != RsvpAnswer.Form.BARE)
            .filter(a -> !danger(in, a.alone()));
        if (answer.isPresent()) {
          return one;
        }
      }
      if (one.asks()) {
        return null;
      }
      newest = false;
    }
    return null;
  }

  /** Where the whole message is an answer, likeness to cries of others ("ya no puedo…") does not outweigh what it plainly is; a rule does. */
  private static boolean danger(Incoming in, boolean alone) {
    return in.verdict().alarm() && !(alone && in.verdict().withoutRule());
  }

  private Answered takeDown(Got invitation, Incoming in, List<Long> lineage) {
    var definition = invitation.definition();
    var answer = definition.rsvp().read(in.text()).orElseThrow();
    notes.confirm(definition, rsvps.answer(invitation.campaign().id(), definition, lineage, answer.coming()), in);
    return answered(invitation, null, answer.alone() && in.attachments().isEmpty() && in.latitude() == null);
  }

  private static Answered hint(Got campaign, Incoming in) {
    var reply = campaign.definition().reply();
    var text = AnswerText.of(in.text());
    boolean urgent = reply.urgent().stream().anyMatch(text::begins);
    boolean settled = !danger(in, true) && in.attachments().isEmpty() && in.latitude() == null && reply.settled().stream().anyMatch(text::is);
    return answered(campaign, urgent ? HELP : null, settled);
  }

  private static Answered answered(Got got, @Nullable Integer severity, boolean settled) {
    var reply = got.definition().reply();
    return new Answered(got.campaign().slug(), reply.topic(), reply.desk(), severity, settled);
  }
}
