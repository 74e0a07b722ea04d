package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlacehub.account.DeskScope;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactIntakeTest implements TestDatabase {
  private static final Instant HEARD = Instant.parse("2026-11-24T10:00:00Z");
  @Inject ContactIntake intake;
  @Inject Contacts contacts;

  @Test
  void tenFirstMessagesAtOnceMakeOneContact() throws Exception {
    var hints = new ContactIntake.Hints(Channel.WHATSAPP, "Juana", "es");
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = IntStream.range(0, 10).<Callable<ContactIntake.Sender>>mapToObj(_ -> () ->
          intake.findOrCreate(AddressKind.PHONE, "+12135550110", HEARD, hints)).toList();
      var senders = new ArrayList<ContactIntake.Sender>();
      for (var call : nodes.invokeAll(calls)) senders.add(call.get());
      assertEquals(1, senders.stream().map(ContactIntake.Sender::contactId).collect(Collectors.toSet()).size());
      assertEquals(1, senders.stream().filter(ContactIntake.Sender::created).count());
      var contact = contacts.find(senders.getFirst().contactId(), new DeskScope.All()).orElseThrow();
      assertEquals("Juana", contact.name());
      assertEquals(HEARD, contact.lastHeard());
    }
  }

  @Test
  void aKnownNumberIsHeardAgainAndLearnsTheChannel() {
    var first = intake.findOrCreate(AddressKind.PHONE, "+12135550111", HEARD, new ContactIntake.Hints(Channel.SMS, null, null));
    var again = intake.findOrCreate(AddressKind.PHONE, "+12135550111", HEARD.plusSeconds(60),
        new ContactIntake.Hints(Channel.WHATSAPP, "Otro nombre", null));
    assertEquals(first.contactId(), again.contactId());
    var contact = contacts.find(first.contactId(), new DeskScope.All()).orElseThrow();
    assertTrue(contact.addresses().getFirst().canSms() && contact.addresses().getFirst().canWhatsapp());
    assertEquals(HEARD, contact.firstHeard());
    assertEquals(HEARD.plusSeconds(60), contact.lastHeard());
  }
}
