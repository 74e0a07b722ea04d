package org.enlacehub.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Consents;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages leave through the real SDK and a real mail client, to the sandbox's carriers. */
@MicronautTest(transactional = false)
class SendingTest extends SendsByStandIns {
  @Inject Consents consents;

  @Test
  void anSmsLeavesOnceAndKeepsItsText() {
    var person = people.withPhone();
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Su pasaporte está listo.")).with(
        Purpose.SERVICE, Priority.SERVICE, Quiet.NONE).by(Channel.SMS));
    work("sms-1");
    work("sms-1");
    var booked = carriers.bookOf(person.addresses().getFirst().value());
    assertEquals(1, booked.size());
    assertEquals("Su pasaporte está listo.", booked.getFirst().details().body());
    var view = view(id);
    assertEquals("sent", view.state());
    assertEquals(booked.getFirst().sid(), view.providerId());
    assertEquals("Su pasaporte está listo.", view.body());
    assertEquals(1, view.segments());
    assertEquals(1, view.attempts().size());
  }

  @Test
  void aMailHasItsOwnMessageIdAndBothParts() {
    var person = people.with("email", "rosa" + System.nanoTime() + "@example.org");
    long id = outbox.enqueue(NewMessage.to(person.id(), new Content.OfText(Map.of("es", "Hola Rosa: ñ, á."), Map.of("es",
        "Cita\r\nBcc: x@y.z")))
        .with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
    work("email-1");
    var mails = carriers.mailsTo(person.addresses().getFirst().value());
    assertEquals(1, mails.size());
    var raw = new String(mails.getFirst().raw(), StandardCharsets.UTF_8);
    assertTrue(raw.contains("Message-ID: <m"), raw);
    assertTrue(!raw.contains("\nBcc:"), "a subject cannot add a header");
    assertEquals("sent", view(id).state());
    assertTrue(view(id).providerId().contains(Long.toString(id, Character.MAX_RADIX) + "."));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      invalid number,      60, failed,     21211
      not mobile,          61, failed,     21614
      region not allowed,  62, failed,     21408
      opted out,           63, suppressed, 21610
      """)
  void refusalsEndAMessageAndSayWhy(String label, String digits, String state, String code) {
    var person = people.with("phone", People.number(digits));
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", label)).with(Purpose.SERVICE, Priority.SERVICE,
        Quiet.NONE).by(Channel.SMS));
    work("sms-1");
    assertEquals(state, view(id).state());
    assertEquals(code, view(id).errorCode());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      too many requests, 71, TRY_LATER
      unavailable,       73, TRY_LATER
      """)
  void whatTheCarrierDidNotTakeIsTriedAgainLater(String label, String digits, String outcome) {
    var person = people.with("phone", People.number(digits));
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", label)).with(Purpose.SERVICE, Priority.SERVICE,
        Quiet.NONE).by(Channel.SMS));
    work("sms-1");
    var view = view(id);
    assertEquals("queued", view.state());
    assertTrue(view.dueAt().isAfter(view.createdAt().plusMillis(1500)));
    assertEquals(outcome, view.attempts().getFirst().outcome());
  }

  @Test
  void stopTakesEffectOnWhatIsAlreadyQueued() {
    var person = people.withPhone();
    var number = person.addresses().getFirst().value();
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Hola")).by(Channel.SMS).with(
        Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
    consents.stop(AddressKind.PHONE, number, Set.of(Channel.SMS), Origin.person("inbound"), "STOP");
    work("sms-1");
    assertEquals("suppressed", view(id).state());
    assertEquals(Reasons.OPTED_OUT, view(id).reason());
    assertEquals(0, carriers.bookOf(number).size());
  }

  @Test
  void freeWhatsAppWaitsForTheWindowWhenThereIsNoOtherChannel() {
    var person = people.with("whatsapp", People.number());
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Hola")).by(Channel.WHATSAPP).with(
        Purpose.SERVICE, Priority.REPLY, Quiet.NONE));
    work("whatsapp-1");
    assertEquals("held", view(id).state());
    assertEquals(Reasons.WINDOW_CLOSED, view(id).reason());
    outbox.windowOpened(person.id());
    assertEquals("queued", view(id).state());
  }

  @Test
  void wrongCredentialsStopTheLaneAndCostNoMessage() {
    carriers.change("authFails", true);
    var person = people.withPhone();
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Hola")).by(Channel.SMS).with(
        Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
    work("sms-1");
    assertEquals("queued", view(id).state());
    assertEquals(LaneMode.STOPPED, lanes.all().stream().filter(l -> l.lane().equals("sms-1")).findFirst().orElseThrow().mode());
    carriers.reset();
    lanes.resume("sms-1");
    assertNotEquals(LaneMode.STOPPED, lanes.all().stream().filter(l -> l.lane().equals("sms-1")).findFirst().orElseThrow()
        .mode());
  }

  @Test
  void theSameIdempotencyKeyQueuesOnce() {
    var person = people.withPhone();
    var message = NewMessage.to(person.id(), Content.text("es", "Hola")).by(Channel.SMS).once("key-1");
    assertEquals(outbox.enqueue(message), outbox.enqueue(message));
  }
}
