package org.enlacehub.inbound;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Consents;
import org.enlacehub.contact.ContactIntake;
import org.enlacehub.contact.Emails;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.Phones;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.inquiry.Incoming;
import org.enlacehub.inquiry.Reception;
import org.enlacehub.triage.Triage;

/** One transaction a message: who wrote it, is it a command, else to a desk. An alarm is looked for before any command. */
@Singleton
class HandOn {
  /** Triage's word for "do not write to me any more", in whatever words. */
  private static final String OPT_OUT = "OPT";
  private static final Origin PERSON = Origin.person("inbound");
  private final ArrivalRepository arrivals;
  private final ContactIntake intake;
  private final Consents consents;
  private final Triage triage;
  private final Reception reception;
  private final Outbox outbox;

  HandOn(ArrivalRepository arrivals, ContactIntake intake, Consents consents, Triage triage, Reception reception, Outbox outbox) {
    this.arrivals = arrivals;
    this.intake = intake;
    this.consents = consents;
    this.triage = triage;
    this.reception = reception;
    this.outbox = outbox;
  }

  /** A sender in the form in which contacts keep it. */
  private record Sender(AddressKind kind, String value) {}

  /** Does nothing when another thread or node is at it, or it is done. */
  @Transactional
  void handle(long id, Function<byte[], Arrival> open) {
    arrivals.claim(id).ifPresent(payload -> {
      var arrival = open.apply(payload);
      sender(arrival).ifPresentOrElse(sender -> arrivals.done(id, handle(id, arrival, sender)), () -> arrivals.setAside(id, "no-sender"));
    });
  }

  private String handle(long id, Arrival arrival, Sender sender) {
    var verdict = triage.assess(arrival.text());
    var known = intake.findOrCreate(sender.kind(), sender.value(), arrival.at(), new ContactIntake.Hints(arrival.channel(),
        arrival.profileName(), verdict.language().equals("und") ? null : verdict.language()));
    if (!arrival.ours().isEmpty()) {
      outbox.wroteTo(known.contactId(), arrival.channel(), arrival.ours(), arrival.at());
    }
    var command = verdict.alarm() ? Optional.<Keyword>empty()
        : Keyword.of(arrival.text()).or(() -> verdict.category().equals(OPT_OUT) ? Optional.of(Keyword.STOP) : Optional.empty());
    if (command.isPresent()) {
      obey(command.get(), arrival, sender, known);
      return command.get().name();
    }
    reception.receive(new Incoming(id, known.contactId(), known.addressId(), arrival.channel(),
        sender.kind() == AddressKind.PHONE ? sender.value() : null, arrival.text(), arrival.latitude(), arrival.longitude(),
        arrival.media().stream().map(m -> m.contentType() + " " + m.url()).toList(), arrival.at()));
    if (arrival.channel() == Channel.WHATSAPP) {
      outbox.windowOpened(known.contactId());
    }
    return "inquiry";
  }

  /** STOP is not confirmed by us: nothing leaves for a person who said it. Twilio confirms it on SMS. */
  private void obey(Keyword command, Arrival arrival, Sender sender, ContactIntake.Sender known) {
    switch (command) {
      case STOP -> consents.stop(sender.kind(), sender.value(), sender.kind().channels(), PERSON, arrival.text());
      case START -> {
        consents.start(sender.kind(), sender.value(), sender.kind().channels(), PERSON, arrival.text());
        answer("alta-confirmada", arrival, known);
      }
      case HELP -> answer("ayuda", arrival, known);
    }
  }

  private void answer(String template, Arrival arrival, ContactIntake.Sender known) {
    // Where the carrier answered the keyword itself, a second answer would contradict it or be one too many.
    if (arrival.optOut() == null) {
      outbox.enqueue(NewMessage.to(known.contactId(), Content.template(template, Map.of())).by(arrival.channel())
          .at(known.addressId()).asAutomatic());
    }
  }

  private static Optional<Sender> sender(Arrival arrival) {
    if (arrival.channel() == Channel.EMAIL) {
      return Emails.normalise(arrival.from()).map(value -> new Sender(AddressKind.EMAIL, value));
    }
    var phone = Phones.parse(arrival.from(), null).map(p -> new Sender(AddressKind.PHONE, p.e164()));
    // A WhatsApp sender may be known by an id that is no telephone number.
    return phone.isPresent() || arrival.channel() == Channel.SMS ? phone
        : Optional.of(arrival.from()).filter(id -> id.length() <= 128).map(id -> new Sender(AddressKind.WHATSAPP_ID, id));
  }
}
