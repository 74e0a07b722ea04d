package org.enlacehub.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Purpose;
import org.enlacehub.template.ContentDraft;
import org.enlacehub.template.Templates;
import org.enlacehub.template.whatsapp.ContentState;
import org.enlacehub.template.whatsapp.Registration;
import org.enlacehub.template.whatsapp.RegistrationSync;
import org.enlacehub.template.whatsapp.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WhatsApp texts are registered with Twilio by its own SDK, and serve outside the 24-hour window once they are approved. */
@MicronautTest(transactional = false)
class WhatsAppTemplatesTest extends SendsByStandIns {
  private static final Actor ADMINISTRATOR = Actor.system("test");
  private static final String TEMPLATE = "pasaporte-por-vencer";
  @Inject Templates templates;
  @Inject Registrations registrations;
  @Inject RegistrationSync sync;
  @Inject DeliverySweep sweep;

  @BeforeEach
  void nothingIsRegistered() {
    carriers.contents().clear();
    sync.run();
  }

  private ContentDraft draft() {
    return templates.get(TEMPLATE).contentDraft("es").orElseThrow();
  }

  private Registration registration() {
    return registrations.find(draft().name(), "es").orElseThrow();
  }

  private void registered() {
    registrations.ask(List.of(draft()), ADMINISTRATOR);
    sync.run();
  }

  private long toSomebody(Contact person, Channel... channels) {
    return outbox.enqueue(NewMessage.to(person.id(), Content.template(TEMPLATE, Map.of("passport_expires", "2027-01-12")))
        .by(channels).with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
  }

  @Test
  void anApprovedTemplateReachesSomebodyWhoHasNotWritten() {
    registered();
    assertEquals(ContentState.PENDING, registration().state());
    sync.run();
    assertEquals(ContentState.APPROVED, registration().state());
    assertEquals("utility", registration().category());
    var person = people.with("whatsapp", People.number(), "given_name", "Rosa");
    long id = toSomebody(person, Channel.WHATSAPP);
    work("whatsapp-1");
    assertEquals("sent", view(id).state());
    var booked = carriers.bookOf("whatsapp:" + person.addresses().getFirst().value()).getFirst().details();
    assertTrue(booked.body().contains("Su pasaporte vence el martes 12 de enero de 2027"), booked.body());
    assertTrue(booked.body().startsWith("Hola:"), "what is optional is no part of a template: " + booked.body());
  }

  @Test
  void whileItIsPendingAMessageWaitsAndLeavesWithTheApproval() {
    carriers.contents().reviewersRest(true);
    registered();
    var person = people.with("whatsapp", People.number());
    long id = toSomebody(person, Channel.WHATSAPP);
    work("whatsapp-1");
    assertEquals("held", view(id).state());
    assertEquals(Reasons.TEMPLATE_PENDING, view(id).reason());
    sweep.run();
    assertEquals("held", view(id).state());
    carriers.contents().reviewersRest(false);
    sync.run();
    sweep.run();
    work("whatsapp-1");
    assertEquals("sent", view(id).state());
  }

  @Test
  void whatIsNotRegisteredGoesByTheNextChannelAndSaysWhy() {
    var person = people.with("whatsapp", People.number(), "email", "r" + System.nanoTime() + "@example.org");
    long id = toSomebody(person, Channel.WHATSAPP, Channel.EMAIL);
    work("whatsapp-1");
    assertEquals("email", view(id).channel());
    assertEquals(Reasons.TEMPLATE_UNREGISTERED, view(id).reasons().getFirst().code());
  }

  @Test
  void aRejectionIsKeptWithItsReason() {
    registered();
    carriers.contents().reject(registration().sid(), "Variables cannot be at the start or end of the template.");
    sync.run();
    assertEquals(ContentState.REJECTED, registration().state());
    assertEquals("Variables cannot be at the start or end of the template.", registration().words());
  }

  @Test
  void whatTheAccountHasAlreadyIsFoundByItsNameAndWhatItLostIsGone() {
    registered();
    sync.run();
    var sid = registration().sid();
    registrations.ask(List.of(draft()), ADMINISTRATOR);
    sync.run();
    assertEquals(sid, registration().sid(), "asking again makes no second one");
    carriers.contents().clear();
    sync.run();
    assertEquals(ContentState.GONE, registration().state());
  }

  @Test
  void wrongCredentialsAreToldAndTheWishIsKept() {
    carriers.change("authFails", true);
    registered();
    assertEquals(ContentState.ASKED, registration().state());
    assertEquals("20003", registration().code());
    carriers.reset();
    sync.run();
    sync.run();
    assertEquals(ContentState.APPROVED, registration().state());
    assertNull(registration().code());
  }
}
