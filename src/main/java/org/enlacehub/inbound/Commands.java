package org.enlacehub.inbound;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.Confirmations;
import org.enlacehub.contact.Consents;
import org.enlacehub.contact.ContactDraft;
import org.enlacehub.contact.ContactIntake;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Origin;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.inquiry.Conversations;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.template.StandardValues;

/** Obeys commands, in the caller's transaction. Its answers count as automatic ones, of which a person gets only so many a day. */
@Singleton
class Commands {
  private static final Origin PERSON = Origin.person("inbound");
  private final Consents consents;
  private final Confirmations confirmations;
  private final Contacts contacts;
  private final Conversations conversations;
  private final Outbox outbox;
  private final StandardValues standard;
  private final Consulates consulates;

  Commands(Consents consents, Confirmations confirmations, Contacts contacts, Conversations conversations, Outbox outbox,
      StandardValues standard, Consulates consulates) {
    this.consents = consents;
    this.confirmations = confirmations;
    this.contacts = contacts;
    this.conversations = conversations;
    this.outbox = outbox;
    this.standard = standard;
    this.consulates = consulates;
  }

  /** STOP is not confirmed by us: nothing leaves for a person who said it. Twilio confirms it on SMS. */
  void obey(Command command, Arrival arrival, Correspondent sender, ContactIntake.Sender known) {
    conversations.heard(known.contactId(), arrival.channel(), arrival.at());
    switch (command) {
      case Command.Stop() -> stop(arrival, sender);
      case Command.Start() -> {
        start(arrival, sender);
        answerKeyword("alta-confirmada", arrival, known);
      }
      case Command.Confirm() -> answer("avisos-confirmados", Map.of(), null, arrival, known);
      case Command.Help() -> answerKeyword("ayuda", arrival, known);
      case Command.Speak(var language) -> {
        learnLanguage(known.contactId(), language);
        answer("idioma-elegido", Map.of(), language, arrival, known);
      }
      case Command.Status(var reference) -> conversations.own(known.contactId(), reference).ifPresentOrElse(
          inquiry -> answer("estado-consulta", standing(inquiry), inquiry.language(), arrival, known),
          // Another person's reference and one that never was get the same words.
          () -> answer("estado-desconocido", Map.of("reference", reference), null, arrival, known));
    }
  }

  /** Whether the message is a yes to the question if they agree to what others say they agreed to; it holds from then on. */
  boolean confirms(Arrival arrival, ContactIntake.Sender known) {
    return confirmations.answered(known.addressId(), arrival.text(), PERSON);
  }

  void stop(Arrival arrival, Correspondent sender) {
    consents.stop(sender.kind(), sender.value(), sender.kind().channels(), PERSON, arrival.text());
  }

  void start(Arrival arrival, Correspondent sender) {
    consents.start(sender.kind(), sender.value(), sender.kind().channels(), PERSON, arrival.text());
  }

  /** What the person speaks from now on, by their own word or their own words. */
  void learnLanguage(long contactId, String language) {
    contacts.amend(contactId, ContactDraft.builder().language(language).build(), PERSON);
  }

  private Map<String, Object> standing(Inquiry inquiry) {
    var values = new HashMap<>(standard.of(inquiry.desk(), null));
    values.put("reference", inquiry.reference());
    values.putAll(switch (inquiry.state()) {
      case OPEN, SNOOZED -> Map.of("answer_by", LocalDateTime.ofInstant(inquiry.dueAt(),
          consulates.byCode(inquiry.desk()).map(c -> c.zone()).orElse((ZoneId) ZoneOffset.UTC)));
      case WAITING -> Map.of("waiting", inquiry.reference());
      case CLOSED -> Map.of("closed", inquiry.reference());
    });
    return values;
  }

  /** Where the carrier answered the keyword itself, a second answer would contradict it or be one too many. */
  private void answerKeyword(String template, Arrival arrival, ContactIntake.Sender known) {
    if (arrival.optOut() == null) {
      answer(template, Map.of(), null, arrival, known);
    }
  }

  private void answer(String template, Map<String, Object> values, @Nullable String language, Arrival arrival,
      ContactIntake.Sender known) {
    if (conversations.mayAnswerAutomatically(known.contactId())) {
      outbox.enqueue(NewMessage.to(known.contactId(), Content.template(template, values)).by(arrival.channel()).at(known.addressId())
          .inLanguage(language).asAutomatic());
    }
  }
}
