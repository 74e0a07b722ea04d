package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.delivery.Priority;
import org.enlacehub.delivery.Quiet;
import org.enlacehub.inquiry.Conversations;
import org.enlacehub.inquiry.Incoming;

/** Tells people where they stand with an invitation, in their language and with the campaign's own place and time. */
@Singleton
class RsvpNotes {
  private static final String PLACE_FREE = "lugar-libre";
  private static final Map<RsvpState, String> CONFIRMATIONS = Map.of(RsvpState.COMING, "lugar-apartado", RsvpState.WAITING, "lista-de-espera",
      RsvpState.DECLINED, "lugar-devuelto");
  /** What an invitation answers with; each campaign that invites must fill them in. */
  static final Set<String> TEMPLATES = Set.of("lugar-apartado", "lista-de-espera", "lugar-devuelto", PLACE_FREE);
  private final Outbox outbox;
  private final Conversations conversations;

  RsvpNotes(Outbox outbox, Conversations conversations) {
    this.outbox = outbox;
    this.conversations = conversations;
  }

  /** Answers the person where they wrote, unless machines have answered them often enough today. */
  void confirm(CampaignDefinition definition, RsvpState state, Incoming in) {
    if (conversations.mayAnswerAutomatically(in.contactId())) {
      outbox.enqueue(NewMessage.to(in.contactId(), content(CONFIRMATIONS.get(state), definition)).by(in.channel()).at(in.addressId())
          .with(Purpose.SERVICE, Priority.REPLY, Quiet.NONE).asAutomatic());
    }
  }

  /** Somebody else gave a place back, and it is this person's now. */
  void placeFree(CampaignDefinition definition, long contactId) {
    outbox.enqueue(NewMessage.to(contactId, content(PLACE_FREE, definition)).by(definition.channels().toArray(Channel[]::new))
        .fallbackAfter(definition.fallbackAfter()).asAutomatic());
  }

  private static Content content(String template, CampaignDefinition definition) {
    return Content.template(template, definition.values());
  }
}
