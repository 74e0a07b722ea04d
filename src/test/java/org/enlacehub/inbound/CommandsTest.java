package org.enlacehub.inbound;

import static org.enlacehub.inbound.Webhook.number;
import static org.enlacehub.inbound.Webhook.sid;
import static org.enlacehub.inbound.Webhook.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Suppressions;
import org.enlacehub.inquiry.Inquiries;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people command is done; what only looks like a command reaches a person; a cry for help always does. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest implements TestDatabase {
  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final AtomicInteger SIDS = new AtomicInteger();
  private Webhook twilio;
  @Inject EmbeddedServer server;
  @Inject Inbox inbox;
  @Inject Contacts contacts;
  @Inject Suppressions suppressions;
  @Inject Inquiries inquiries;

  @Override
  public Map<String, String> extraProperties() {
    return Webhook.product();
  }

  @BeforeAll
  void open() {
    twilio = new Webhook(server.getURI());
  }

  private static String somebody() {
    int n = PEOPLE.getAndIncrement();
    return "+1" + (401 + n / 50) + "55501" + "%02d".formatted(n % 50);
  }

  /** The person writes, and it is handled. */
  private void writes(String from, String text, String... more) {
    assertEquals(200, twilio.message(sid("command " + SIDS.incrementAndGet()), from, text, more));
    Until.isTrue("handled", Duration.ofSeconds(30), () -> {
      inbox.sweep();
      return inbox.idle() && number("SELECT COUNT(*) FROM arrival WHERE state = 'NEW'") == 0;
    });
  }

  private boolean silenced(String phone) {
    return suppressions.reason(AddressKind.PHONE, phone, Channel.SMS).isPresent();
  }

  private long contact(String phone) {
    return contacts.findByAddress(AddressKind.PHONE, phone).orElseThrow().id();
  }

  private long inquiriesOf(String phone) {
    return number("SELECT COUNT(*) FROM inquiry WHERE contact_id = " + contact(phone));
  }

  private String lastAnswer(String phone) {
    return word("SELECT c.template FROM message m JOIN message_content c ON c.id = m.content_id WHERE m.contact_id = " + contact(phone)
        + " ORDER BY m.id DESC LIMIT 1");
  }

  @ParameterizedTest
  @CsvSource({"STOP", "alto", "Baja", "ya no me manden mensajes", "por favor no me escriban más", "stop texting me"})
  void whoSaysStopIsSilencedAndNothingIsSentAndNobodyIsBothered(String text) {
    var phone = somebody();
    writes(phone, text);
    assertEquals("true 0 null", silenced(phone) + " " + inquiriesOf(phone) + " " + lastAnswer(phone));
    writes(phone, "ALTA");
    assertEquals("false alta-confirmada", silenced(phone) + " " + lastAnswer(phone));
  }

  @ParameterizedTest
  @CsvSource({"no quiero parar mi trámite", "me baja la presión cuando manejo", "quiero cancelar mi cita", "hola no entiendo el mensaje"})
  void whatOnlyContainsTheWordGoesToADesk(String text) {
    var phone = somebody();
    writes(phone, text);
    assertEquals("false 1", silenced(phone) + " " + inquiriesOf(phone));
  }

  @Test
  void aCryForHelpIsHeardWhateverElseItSays() {
    var phone = somebody();
    writes(phone, "ya no me escriban, me va a matar");
    assertEquals("false 1", silenced(phone) + " " + inquiriesOf(phone));
    assertEquals(1, number("SELECT severity FROM inquiry WHERE contact_id = " + contact(phone)));
  }

  @Test
  void aCryForHelpThatTheCarrierTookForStopIsHeardAndTheCarriersListIsOurs() {
    var phone = somebody();
    writes(phone, "ya no me escriban, me va a matar", "OptOutType", "STOP");
    assertEquals("true 1", silenced(phone) + " " + inquiriesOf(phone));
  }

  @Test
  void whatTheCarrierTookForStopIsRecordedThoughOurWordsDoNotHaveIt() {
    var phone = somebody();
    writes(phone, "basta pues", "OptOutType", "STOP");
    assertEquals("true 0 null", silenced(phone) + " " + inquiriesOf(phone) + " " + lastAnswer(phone));
    writes(phone, "YES", "OptOutType", "START");
    assertEquals("false null", silenced(phone) + " " + lastAnswer(phone), "and the carrier has answered already");
  }

  @Test
  void yesOfSomebodyWhoNeverStoppedIsAnAnswerAndNoCommand() {
    var phone = somebody();
    writes(phone, "YES", "OptOutType", "START");
    assertEquals(1, inquiriesOf(phone));
  }

  @Test
  void helpIsAnsweredOnceByTheCarrierOrByUs() {
    var ours = somebody();
    writes(ours, "AYUDA");
    assertEquals("ayuda 0", lastAnswer(ours) + " " + inquiriesOf(ours));
    var shouted = somebody();
    writes(shouted, "AYUDA!!!");
    assertEquals("acuse-urgente 1", lastAnswer(shouted) + " " + inquiriesOf(shouted));
    var carriers = somebody();
    writes(carriers, "HELP", "OptOutType", "HELP");
    assertEquals("null 0", lastAnswer(carriers) + " " + inquiriesOf(carriers));
  }

  @Test
  void aCommandByWhatsAppOpensItsWindow() {
    var phone = somebody();
    writes("whatsapp:" + phone, "AYUDA");
    assertNotNull(word("SELECT whatsapp_in_at FROM conversation WHERE contact_id = " + contact(phone)));
  }

  @Test
  void aLanguageIsChosenByNameAndKept() {
    var phone = somebody();
    writes(phone, "hola, quiero renovar mi pasaporte");
    writes(phone, "IDIOMA K'ICHE'");
    assertEquals("quc idioma-elegido", contacts.find(contact(phone), new DeskScope.All()).orElseThrow().language() + " " + lastAnswer(phone));
    writes(phone, "gracias, espero su respuesta");
    assertEquals("quc", contacts.find(contact(phone), new DeskScope.All()).orElseThrow().language(), "the choice outlasts what they write in");
  }

  @Test
  void aStatusIsToldOfOnesOwnInquiryOnly() {
    var owner = somebody();
    writes(owner, "buenas quiero renovar mi pasaporte, vivo en los angeles california");
    var reference = word("SELECT reference FROM inquiry WHERE contact_id = " + contact(owner));
    writes(owner, "ESTADO " + reference.toLowerCase());
    assertEquals("estado-consulta", lastAnswer(owner));
    var guesser = somebody();
    writes(guesser, "ESTADO " + reference);
    var real = lastAnswer(guesser);
    writes(guesser, "ESTADO ZZ-2222");
    assertEquals("estado-desconocido estado-desconocido 0", real + " " + lastAnswer(guesser) + " " + inquiriesOf(guesser));
    long id = number("SELECT id FROM inquiry WHERE contact_id = " + contact(owner));
    inquiries.close(id, Actor.system("test"), "answered");
    writes(owner, "ESTADO " + reference);
    assertEquals("estado-consulta CLOSED", lastAnswer(owner) + " " + word("SELECT state FROM inquiry WHERE id = " + id), "asking reopens nothing");
  }

  @Test
  void twoMachinesThatAnswerEachOtherFallSilent() {
    var machine = somebody();
    for (int i = 0; i < 12; i++) {
      writes(machine, i % 2 == 0 ? "INFO" : "ALTA");
    }
    assertEquals(5, number("SELECT COUNT(*) FROM message WHERE contact_id = " + contact(machine)), "automaticPerDay of config/inquiry");
  }
}
