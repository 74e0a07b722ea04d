package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.audience.SavedAudiences;
import org.enlacehub.contact.Contact;
import org.enlacehub.delivery.People;
import org.enlacehub.platform.database.Transactions;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What comes back, for people: an invitation is written with a saved audience, its places are seen, texts and campaigns are compared. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersBrowserTest implements TestDatabase {
  private static final String PASSWORD = "una-clave-larga-2027";
  private static final String VALUES = "values: {place: Fresno, address: \"100 Main Street\", event_start: 2031-02-06T09:00, event_end: \"15:00\","
      + " services: {es: pasaporte, en: passport}}";
  private static final String RSVP = "rsvp: {capacity: 3, deadline: 2031-02-05T12:00, zone: America/Los_Angeles}";
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  @Inject SavedAudiences saved;
  @Inject CampaignStage stage;
  @Inject People people;
  @Inject Rsvps rsvps;
  @Inject Campaigns campaigns;
  @Inject Transactions transactions;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false", "enlace.sms-from", "+15005550006", "enlace.mail-from", "consulado@example.org");
  }

  @BeforeAll
  void people() {
    staffs.create(Actor.system("test"), new NewStaff("Ana", "ana@example.org", Set.of(Role.COMMUNICATION), null, PASSWORD, "es"));
    staffs.create(Actor.system("test"), new NewStaff("Beth", "beth@example.org", Set.of(Role.COMMUNICATION), null, PASSWORD, "en"));
    saved.create("Familias de Fresno", "tag = fresno", CampaignStage.AUTHOR);
    var guests = new ArrayList<Contact>();
    for (var name : List.of("=HYPERLINK(\"http://malo.example\")", "Rosa Coj", "Luis Ixcot", "Marta Pérez", "Juan Sis", "Elena Tum")) {
      guests.add(people.with("phone", People.number(), "tags", "fresno", "name", name));
    }
    long id = stage.running("jornada-fresno", "fresno", "template: consulado-movil", VALUES, RSVP, "against: {text: {es: \"Jornada: responda 1\", en: \"Day: reply 1\"}}");
    var definition = campaigns.definition(stage.campaign(id));
    guests.subList(0, 5).forEach(guest -> transactions.write(() -> rsvps.answer(id, definition, List.of(guest.id()), true)));
    transactions.write(() -> rsvps.answer(id, definition, List.of(guests.get(5).id()), false));
    stage.running("aviso-fresno", "fresno");
  }

  private BrowserSession signedIn(String email) {
    return BrowserSession.open(server.getURI()).signIn(email, PASSWORD);
  }

  @Test
  void anInvitationIsWrittenWithASavedAudience() {
    try (var ana = signedIn("ana@example.org")) {
      var page = ana.go("/campanas/formulario").page();
      page.fill("#f-title-es", "Jornada nueva");
      page.fill("#f-title-en", "New day");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Familias de Fresno")).click();
      assertEquals("tag = fresno", page.inputValue("#f-audience"));
      page.selectOption("#f-template", "consulado-movil");
      page.waitForSelector("#f-v-event_start");
      page.selectOption("#f-reply-topic", "APPOINTMENT");
      page.fill("#f-reply-within", "14d");
      page.click("text=Es una invitación: apartar lugares");
      page.fill("#f-rsvp-capacity", "120");
      page.fill("#f-rsvp-deadline", "mañana");
      page.fill("#f-rsvp-zone", "America/Los_Angeles");
      page.fill("#f-v-place", "Fresno");
      page.fill("#f-v-address-es", "Salón comunal");
      page.fill("#f-v-address-en", "Community hall");
      page.fill("#f-v-event_start", "2031-02-06T09:00");
      page.fill("#f-v-event_end", "15:00");
      page.fill("#f-v-services-es", "pasaporte");
      page.fill("#f-v-services-en", "passport");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Crear borrador")).click();
      page.waitForSelector(".field-wrong #f-rsvp-deadline");
      ana.look("campaign-invitation-wrong");
      page.fill("#f-rsvp-deadline", "2031-02-05T12:00");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Crear borrador")).click();
      page.waitForURL("**/campanas/jornada-nueva*");
      page.waitForSelector("text=120 lugares");
      page.waitForSelector("#forecast >> text=Puede responder por hora");
      ana.look("campaign-invitation");
      assertEquals(List.of(), ana.complaints());
    }
  }

  @Test
  void whatIsTypedWhileFieldsAreBroughtStays() {
    try (var ana = signedIn("ana@example.org")) {
      var page = ana.go("/campanas/formulario").page();
      page.selectOption("#f-template", "consulado-movil");
      page.waitForSelector("#f-v-place");
      page.route("**/campanas/formulario/campos", route -> {
        // The answer comes after the field is filled, whatever the machine's speed.
        var answer = route.fetch();
        page.evaluate("document.querySelector('#f-v-place').value = 'Fresno'");
        route.fulfill(new Route.FulfillOptions().setResponse(answer));
      });
      page.evaluate("document.querySelector('#values').dataset.old = 'yes'");
      page.selectOption("#f-template", "recordatorio-jornada");
      page.waitForSelector("#values:not([data-old]) #f-v-place");
      assertEquals("Fresno", page.inputValue("#f-v-place"));
    }
  }

  @Test
  void placesAreSeenAndTakenHomeAsAFileWithoutFormulas() {
    try (var ana = signedIn("ana@example.org")) {
      var page = ana.go("/campanas/jornada-fresno").page();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ver lugares")).click();
      page.waitForSelector("text=3 de 3 lugares apartados");
      page.waitForSelector("text=Rosa Coj");
      ana.look("campaign-places");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("En lista de espera")).click();
      page.waitForSelector("text=Marta Pérez");
      var csv = page.request().get(server.getURI() + "/campanas/jornada-fresno/lugares/lista.csv").text();
      assertTrue(csv.contains("COMING,2,Rosa Coj,'+1") && csv.contains("WAITING,1,Marta Pérez") && csv.contains("DECLINED,1,Elena Tum"), csv);
      assertFalse(csv.contains(",=HYPERLINK") || csv.contains("\"=HYPERLINK"), csv);
      assertEquals(200, page.request().get(server.getURI() + "/campanas/jornada-fresno/lugares/lista.xlsx").status());
      assertEquals(404, page.request().get(server.getURI() + "/campanas/aviso-fresno/lugares").status(), "it invites to nothing");
      assertEquals(List.of(), ana.complaints());
    }
  }

  @Test
  void textsAndCampaignsAreComparedInEnglishToo() {
    try (var beth = signedIn("beth@example.org")) {
      var page = beth.go("/campanas/jornada-fresno/textos").page();
      page.waitForSelector("text=Nobody can tell which is better");
      beth.look("campaign-texts");
      beth.go("/campanas/comparar");
      page.check("#c-jornada-fresno");
      page.check("#c-aviso-fresno");
      page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Compare")).click();
      page.waitForSelector("text=Cost of a message that arrived");
      beth.look("campaign-compare");
      beth.go("/campanas/jornada-fresno/lugares?lista=DECLINED");
      page.waitForSelector("text=Elena Tum");
      assertEquals(List.of(), beth.complaints());
    }
  }
}
