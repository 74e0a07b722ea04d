package org.enlacehub.inbound;

import static org.enlacehub.inbound.Webhook.number;
import static org.enlacehub.inbound.Webhook.sid;
import static org.enlacehub.inbound.Webhook.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.campaign.CampaignOutcome;
import org.enlacehub.campaign.CampaignSweepJob;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.contact.Contact;
import org.enlacehub.delivery.People;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An invitation is answered by real webhooks: a yes keeps a place, STOP stays STOP, a danger reaches a desk. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationTest implements TestDatabase {
  private static final Actor AUTHOR = new Actor(11, "Ana", Set.of(Role.COMMUNICATION), null);
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SOURCE = """
      id: jornada
      title: {es: Jornada, en: Day}
      purpose: service
      audience: tag = jornada
      template: consulado-movil
      values: {place: Fresno, address: "100 Main Street", event_start: 2099-02-06T09:00, event_end: "15:00", services: {es: pasaporte, en: passport}}
      channels: [sms]
      schedule: now
      quietHours: none
      rsvp: {capacity: 10, deadline: 2099-02-05T12:00, zone: America/Los_Angeles}
      """;
  private final Map<String, Contact> guests = new HashMap<>();
  private Webhook twilio;
  private long campaign;
  @Inject EmbeddedServer server;
  @Inject Inbox inbox;
  @Inject People people;
  @Inject Campaigns campaigns;
  @Inject CampaignSweepJob sweep;

  @Override
  public Map<String, String> extraProperties() {
    return Webhook.product();
  }

  @BeforeAll
  void invite() throws SQLException {
    twilio = new Webhook(server.getURI());
    for (var name : new String[] {"yes", "stop", "cancel", "danger", "question"}) {
      guests.put(name, people.with("phone", People.number(), "tags", "jornada"));
    }
    campaign = assertInstanceOf(CampaignOutcome.Done.class, campaigns.create(AUTHOR, SOURCE)).campaign().id();
    assertInstanceOf(CampaignOutcome.Done.class, campaigns.submit(campaign, AUTHOR));
    assertInstanceOf(CampaignOutcome.Done.class, campaigns.schedule(campaign, AUTHOR, true));
    sweep.execute(null);
    // The carrier's part is told elsewhere: the invitation has left.
    try (var connection = TestServer.connect(); var update = connection.createStatement()) {
      assertEquals(guests.size(), update.executeUpdate("UPDATE message SET state = 'DELIVERED', sent_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE,"
          + " delivered_at = UTC_TIMESTAMP(6) WHERE campaign_id = " + campaign));
    }
  }

  private void writes(String guest, String text) {
    assertEquals(2, twilio.message(sid(guest + text), guests.get(guest).addresses().getFirst().value(), text) / 100);
    Until.isTrue("it was handed on", SOON, () -> {
      inbox.sweep();
      return inbox.idle() && number("SELECT COUNT(*) FROM arrival WHERE state = 'NEW'") == 0;
    });
  }

  private String stands(String guest) {
    return word("SELECT state FROM campaign_rsvp WHERE campaign_id = " + campaign + " AND contact_id = " + guests.get(guest).id());
  }

  private long inquiries(String guest) {
    return number("SELECT COUNT(*) FROM inquiry WHERE contact_id = " + guests.get(guest).id());
  }

  private long confirmations(String guest) {
    return number("SELECT COUNT(*) FROM message WHERE campaign_id IS NULL AND contact_id = " + guests.get(guest).id());
  }

  @Test
  void aYesKeepsAPlaceAndReachesNoDesk() {
    writes("yes", "Sí, gracias");
    assertEquals("COMING", stands("yes"));
    assertEquals("settled", word("SELECT result FROM arrival WHERE carrier_id = '" + sid("yesSí, gracias") + "'"));
    assertEquals(0, inquiries("yes"));
    assertEquals(1, confirmations("yes"));
    writes("yes", "ya no puedo ir");
    assertEquals("DECLINED", stands("yes"));
    assertEquals(0, inquiries("yes"));
  }

  @Test
  void stopStaysStop() {
    writes("stop", "1");
    writes("stop", "ALTO");
    assertEquals("COMING", stands("stop"), "whoever wants no notices may still come");
    writes("cancel", "cancelar");
    assertNull(stands("cancel"));
    assertEquals(4, number("SELECT COUNT(*) FROM suppression"), "both by SMS and by WhatsApp");
  }

  @Test
  void aDangerIsNoAnswer() {
    writes("danger", "si voy pero mi esposo me esta pegando ahorita tiene un cuchillo ayudenme");
    assertNull(stands("danger"));
    assertEquals(1, number("SELECT severity FROM inquiry WHERE contact_id = " + guests.get("danger").id()));
  }

  @Test
  void aQuestionIsReadByAnOfficerAndThePlaceIsKept() {
    writes("question", "si voy, ¿qué papeles llevo?");
    assertEquals("COMING", stands("question"));
    assertEquals(1, inquiries("question"));
  }
}
