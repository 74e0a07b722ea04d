package org.enlacehub.inbound;

import static org.enlacehub.inbound.Webhook.number;
import static org.enlacehub.inbound.Webhook.sid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Address;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Consents;
import org.enlacehub.contact.ContactBulk;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Erasure;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.PreferenceLinks;
import org.enlacehub.contact.Purpose;
import org.enlacehub.contact.UpsertMode;
import org.enlacehub.delivery.optin.OptInRequests;
import org.enlacehub.testing.SettableClock;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it is configured, what others say that a person agreed to counts once the person says so. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubleOptInTest implements TestDatabase {
  private static final Origin FILE = Origin.file(Actor.system("test"), "import:1");
  private static final Origin CONSOLE = Origin.staff(Actor.system("test"), "console");
  private static final Origin API = Origin.staff(Actor.system("test"), "api");
  private static final String RULES = "confirm:\n  - {purposes: [information], channels: [sms, email], from: [file, api]}\nvalid_days: 3\n";
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T18:00:00Z"));
  private int people;
  private Webhook twilio;
  @Inject EmbeddedServer server;
  @Inject Inbox inbox;
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject ContactBulk bulk;
  @Inject Consents consents;
  @Inject Erasure erasure;
  @Inject PreferenceLinks links;
  @Inject OptInRequests requests;

  @Override
  public Map<String, String> extraProperties() {
    var all = new HashMap<>(Webhook.product());
    all.put("enlace.config-dir", folder().toString());
    return all;
  }

  @MockBean(Clock.class)
  @Singleton
  Clock clock() {
    return clock;
  }

  /** The shipped configuration with these rules. */
  private static Path folder() {
    try {
      var folder = Files.createTempDirectory("opt-in");
      try (var files = Files.walk(Path.of("config"))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var copy = folder.resolve(Path.of("config").relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
      Files.writeString(folder.resolve("consent.yml"), RULES);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  void open() {
    twilio = new Webhook(server.getURI());
  }

  private String somebody() {
    return "+14015550" + (100 + people++);
  }

  private String imports(String phone) {
    var draft = reader.read(Map.of("phone", phone, "consent", "information service", "external_id", phone), null).draft();
    return bulk.upsertAll(List.of(draft), UpsertMode.UPSERT, FILE).getFirst().getClass().getSimpleName();
  }

  private Address address(String phone) {
    return contacts.findByAddress(AddressKind.PHONE, phone).orElseThrow().addresses().getFirst();
  }

  private boolean agreed(String phone) {
    return address(phone).consent().isGranted(Channel.SMS, Purpose.INFORMATION);
  }

  private boolean waits(String phone) {
    return address(phone).consent().isUnconfirmed(Channel.SMS, Purpose.INFORMATION);
  }

  private long asked(String phone) {
    return number("SELECT COUNT(*) FROM message m JOIN message_content c ON c.id = m.content_id WHERE c.template = 'confirmar-avisos'"
        + " AND m.contact_id = " + address(phone).contactId());
  }

  private void writes(String from, String text) {
    assertEquals(200, twilio.message(sid("opt-in " + people++), from, text));
    Until.isTrue("handled", Duration.ofSeconds(30), () -> {
      inbox.sweep();
      return inbox.idle() && number("SELECT COUNT(*) FROM arrival WHERE state = 'NEW'") == 0;
    });
  }

  @Test
  void whatAFileClaimsCountsAsNoneAndThePersonIsAskedOnce() {
    var phone = somebody();
    imports(phone);
    assertFalse(agreed(phone));
    assertTrue(waits(phone));
    assertTrue(address(phone).consent().isGranted(Channel.SMS, Purpose.SERVICE), "no rule names service");
    assertTrue(address(phone).consent().isGranted(Channel.WHATSAPP, Purpose.INFORMATION), "no rule names WhatsApp");
    requests.send();
    requests.send();
    assertEquals("Unchanged", imports(phone));
    requests.send();
    assertEquals(1, asked(phone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SÍ", "si!", "Yes", "Acepto.", "confirmo"})
  void aYesConfirmsWithItsWordsAsEvidence(String yes) {
    var phone = somebody();
    imports(phone);
    requests.send();
    writes(phone, yes);
    assertTrue(agreed(phone));
    assertFalse(waits(phone));
    assertEquals(1, number("SELECT COUNT(*) FROM consent_event WHERE action = 'GRANTED' AND given_by = 'PERSON' AND words IS NOT NULL"
        + " AND address_id = " + address(phone).id()));
    assertEquals(0, number("SELECT COUNT(*) FROM inquiry WHERE contact_id = " + address(phone).contactId()));
    assertEquals(1, number("SELECT COUNT(*) FROM message m JOIN message_content c ON c.id = m.content_id"
        + " WHERE c.template = 'avisos-confirmados' AND m.contact_id = " + address(phone).contactId()));
  }

  @Test
  void aYesToNothingAndAnythingElseThanYesGoToADesk() {
    var nobodyAsked = somebody();
    imports(nobodyAsked);
    writes(nobodyAsked, "sí");
    assertFalse(agreed(nobodyAsked), "the request has not left yet");
    assertEquals(1, number("SELECT COUNT(*) FROM inquiry WHERE contact_id = " + address(nobodyAsked).contactId()));
    var phone = somebody();
    imports(phone);
    requests.send();
    writes(phone, "sí, pero mi pasaporte venció y necesito cita");
    assertFalse(agreed(phone));
    assertEquals(1, number("SELECT COUNT(*) FROM inquiry WHERE contact_id = " + address(phone).contactId()));
  }

  @Test
  void theButtonBehindTheLinkConfirmsAndLookingDoesNot() throws Exception {
    var phone = somebody();
    imports(phone);
    requests.send();
    var page = server.getURI().resolve(links.path(address(phone).id()));
    assertTrue(get(page).contains("value=\"confirm\""));
    assertFalse(agreed(phone), "mail filters open every link");
    assertEquals(303, press(page));
    assertTrue(agreed(phone));
    assertFalse(get(page).contains("value=\"confirm\""));
    assertEquals(303, press(page), "repeatable");
  }

  @Test
  void afterItsTimeAnAnswerCountsNoMore() throws Exception {
    var phone = somebody();
    imports(phone);
    requests.send();
    clock.tick(Duration.ofDays(4));
    writes(phone, "sí");
    press(server.getURI().resolve(links.path(address(phone).id())));
    assertFalse(agreed(phone));
    imports(phone);
    requests.send();
    assertEquals(1, asked(phone), "a file does not ask again");
  }

  @Test
  void onlyWhatTheRulesNameWaits() {
    var byOfficer = somebody();
    contacts.create(reader.read(Map.of("phone", byOfficer, "consent", "information"), null).draft(), CONSOLE);
    assertTrue(agreed(byOfficer));
    var byProgram = somebody();
    contacts.create(reader.read(Map.of("phone", byProgram, "consent", "information"), null).draft(), API);
    assertTrue(waits(byProgram));
    consents.grant(address(byProgram).id(), Set.of(Channel.SMS), Set.of(Purpose.INFORMATION), Origin.person("preferences"), null);
    assertTrue(agreed(byProgram), "the person said so");
    requests.send();
    assertEquals(0, asked(byProgram));
  }

  @Test
  void aWithdrawalEndsTheClaimAndErasureTheRequest() {
    var phone = somebody();
    imports(phone);
    requests.send();
    consents.withdraw(address(phone).id(), EnumSet.allOf(Channel.class), Set.of(Purpose.INFORMATION), Origin.person("sms"), "no");
    writes(phone, "sí");
    assertFalse(agreed(phone));
    var erased = somebody();
    imports(erased);
    long id = address(erased).id();
    erasure.erase(address(erased).contactId(), CONSOLE);
    assertEquals(0, number("SELECT COUNT(*) FROM consent_request WHERE address_id = " + id));
    requests.send();
  }

  private static String get(URI page) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static int press(URI page) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(page).header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString("act=confirm")).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
