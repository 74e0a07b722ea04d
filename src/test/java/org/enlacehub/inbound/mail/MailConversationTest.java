package org.enlacehub.inbound.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.channel.email.reading.MailReader;
import org.enlacehub.channel.email.reading.ReceivedMail;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Purpose;
import org.enlacehub.contact.Suppressions;
import org.enlacehub.contact.SuppressionReason;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.Lanes;
import org.enlacehub.delivery.MessageState;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.delivery.People;
import org.enlacehub.delivery.Priority;
import org.enlacehub.delivery.Quiet;
import org.enlacehub.delivery.StandInCarriers;
import org.enlacehub.inquiry.Answers;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryFilter;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.sandbox.mail.CaughtMail;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person and a consulate write to each other by mail; machines among them do no harm. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailConversationTest implements TestDatabase {
  private static final Actor OFFICER = Actor.system("test");
  private final StandInCarriers carriers = new StandInCarriers();
  @Inject MailboxTurn turn;
  @Inject Lanes lanes;
  @Inject Outbox outbox;
  @Inject People people;
  @Inject Contacts contacts;
  @Inject Suppressions suppressions;
  @Inject Answers answers;
  @Inject InquiryReader reader;

  @Override
  public Map<String, String> extraProperties() {
    return carriers.properties();
  }

  @AfterAll
  void close() {
    carriers.close();
  }

  private void mailArrives() {
    turn.run(Duration.ofSeconds(2));
  }

  private void mailLeaves() {
    lanes.work("email-1", Duration.ofSeconds(20), Duration.ofMillis(100));
  }

  private Optional<Inquiry> inquiryOf(String address) {
    return contacts.findByAddress(AddressKind.EMAIL, address).flatMap(person -> reader.queue(InquiryFilter.ALL, Actor.system("test"), null, 100)
        .items().stream().map(InquiryReader.Row::inquiry).filter(i -> i.contactId() == person.id()).findFirst());
  }

  private Inquiry arrived(String address) {
    Until.isTrue("the desk has it", Duration.ofSeconds(20), () -> inquiryOf(address).isPresent());
    return inquiryOf(address).orElseThrow();
  }

  private String thread(Inquiry inquiry) {
    return reader.open(inquiry.id(), OFFICER, null, 50).orElseThrow().lines().stream().map(InquiryReader.Line::words)
        .reduce("", (a, b) -> a + "\n" + b);
  }

  private ReceivedMail lastTo(String address) {
    return MailReader.read(carriers.mailsTo(address).getFirst().raw());
  }

  @Test
  void aQuestionIsAnsweredInItsOwnThread() {
    carriers.writes("lucia@correo.example.org", "Cita para pasaporte", "¿Cómo saco una cita? Vivo en Houston, Texas", null);
    mailArrives();
    var inquiry = arrived("lucia@correo.example.org");
    mailLeaves();
    var acknowledged = lastTo("lucia@correo.example.org");
    assertEquals("auto-replied", acknowledged.headers().text("auto-submitted"));
    assertEquals("Re: Cita para pasaporte", acknowledged.subject());

    answers.reply(inquiry.id(), OFFICER, "El martes a las diez.", null, Duration.ZERO);
    mailLeaves();
    var answer = lastTo("lucia@correo.example.org");
    assertTrue(answer.text().contains("El martes a las diez."), answer.text());
    assertTrue(answer.headers().text("auto-submitted").isEmpty());
    assertEquals(acknowledged.references().getFirst(), answer.references().getFirst());

    carriers.writes("lucia@correo.example.org", "Re: Cita para pasaporte", "Sí puedo.\n\nEl lun, 12 ene 2026 a las 10:00, Consulado <c@hub.example.org> escribió:\n> El martes a las diez.",
        carriers.mailsTo("lucia@correo.example.org").getFirst());
    mailArrives();
    Until.isTrue("the answer is in the thread", Duration.ofSeconds(20), () -> thread(inquiry).contains("Sí puedo."));
    assertEquals(1, thread(inquiry).split("El martes a las diez").length - 1, thread(inquiry));
  }

  /** Each side answers everything it gets; the other side does not say that it is a machine. */
  @Test
  void twoRespondersFacingEachOtherFallSilent() {
    var responder = "responde@correo.example.org";
    CaughtMail answered = null;
    for (int i = 0; i < 6; i++) {
      carriers.writes(responder, "Recibido", "Hemos recibido su mensaje número " + i, answered);
      mailArrives();
      arrived(responder);
      mailLeaves();
      answered = carriers.mailsTo(responder).getFirst();
    }

    assertTrue(carriers.mailsTo(responder).size() <= 2, carriers.mailsTo(responder).size() + " mails");
  }

  @ParameterizedTest(name = "mail to {0} ends {1}, suppressed: {2}")
  @CsvSource({"bounce, UNDELIVERED, BOUNCE", "softbounce, UNDELIVERED,", "oddbounce, UNDELIVERED, BOUNCE", "complaint, SENT, COMPLAINT", "away, SENT,"})
  void reportsChangeTheMessageAndTheAddress(String kind, MessageState state, @Nullable SuppressionReason suppressed) {
    var address = kind + ".maria@correo.example.org";
    var person = people.with("email", address);
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Su pasaporte está listo")).by(Channel.EMAIL)
        .with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
    mailLeaves();
    Until.isTrue("its fate is known", Duration.ofSeconds(20), () -> {
      mailArrives();
      return outbox.statuses(List.of(id)).get(id) == state
          && suppressions.reason(AddressKind.EMAIL, address, Channel.EMAIL).equals(Optional.ofNullable(suppressed));
    });
    assertTrue(inquiryOf(address).isEmpty());
  }

  @Test
  void fiveFullMailboxesInARowAreEnoughAndAMailFromThereOpensItAgain() {
    var address = "softbounce.llena@correo.example.org";
    var person = people.with("email", address);
    for (int i = 0; i < 5; i++) {
      outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Aviso " + i)).by(Channel.EMAIL)
        .with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
      mailLeaves();
      mailArrives();
    }
    Until.isTrue("suppressed", Duration.ofSeconds(20), () -> {
      mailArrives();
      return suppressions.reason(AddressKind.EMAIL, address, Channel.EMAIL).isPresent();
    });

    carriers.writes(address, "Aquí estoy", "ya vacié mi correo", null);
    mailArrives();
    arrived(address);
    assertTrue(suppressions.reason(AddressKind.EMAIL, address, Channel.EMAIL).isEmpty());
  }

  @Test
  void aForgedReportSuppressesNobody() {
    var victim = "victima@correo.example.org";
    people.with("email", victim);
    carriers.delivers(("Return-Path: <>\nFrom: MAILER-DAEMON@evil.example\nTo: consulado@hub.example.org\nSubject: Undelivered Mail Returned to Sender\n\n"
        + "<" + victim + ">: 550 5.1.1 user unknown\n").getBytes(StandardCharsets.UTF_8));
    mailArrives();

    assertTrue(suppressions.reason(AddressKind.EMAIL, victim, Channel.EMAIL).isEmpty());
  }

  @Test
  void whoWantsNoMoreMailGetsNone() {
    var address = "basta@correo.example.org";
    carriers.writes(address, "Unsubscribe", "", null);
    mailArrives();

    Until.isTrue("suppressed", Duration.ofSeconds(20), () -> suppressions.reason(AddressKind.EMAIL, address, Channel.EMAIL)
        .filter(SuppressionReason.STOP::equals).isPresent());
  }
}
