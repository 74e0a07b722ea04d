package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.TestDatabase;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactPagesTest implements TestDatabase {
  private static final String PASSWORD = "quetzal volcán lago";
  private static final Origin STAFF = Origin.staff(Actor.system("test"), "test");
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject Recipients recipients;
  @Inject Consents consents;
  @Inject PreferenceLinks links;

  @BeforeAll
  void staff() {
    staffs.create(Actor.system("test"), new NewStaff("Ana Admin", "ana@example.org", Set.of(Role.ADMINISTRATOR), null, PASSWORD, "es"));
    staffs.create(Actor.system("test"), new NewStaff("Luis Chi", "luis@example.org", Set.of(Role.OFFICER), "GT-US-CHI", PASSWORD, "en"));
  }

  private Browserless browser(String email) {
    var browser = new Browserless(server.getURI());
    browser.signIn(email, PASSWORD);
    return browser;
  }

  private Contact person(String... pairs) {
    var values = new java.util.HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
    return ((SaveOutcome.Saved) contacts.create(reader.read(values, null).draft(), STAFF)).contact();
  }

  private static String location(HttpResponse<String> response) {
    assertEquals(303, response.statusCode(), response::body);
    return response.headers().firstValue("location").orElseThrow();
  }

  @Test
  void anOfficerRegistersFindsCorrectsAndErasesAPerson() {
    var browser = browser("ana@example.org");
    var made = location(browser.post("/contactos", "name", "Marta Sic", "phone", "+1 213 555 0191", "country", "US", "area", "CA", "tags",
        "feria", "consent-service", "1", "passport_expires", "2027-01-01"));
    assertTrue(made.matches("/contactos/\\d+\\?hecho=contact.done.created"), made);
    var path = made.substring(0, made.indexOf('?'));
    var page = Jsoup.parse(browser.get(made).body());
    assertEquals("Marta Sic", page.selectFirst("h1").text());
    assertTrue(page.text().contains("+1 213-555-0191") && page.text().contains("Registrado (consola, por Ana Admin)"), page::text);

    var found = location(browser.post("/contactos/buscar", "q", "marta"));
    assertFalse(found.contains("marta"), "what was typed stands in no address");
    assertEquals("Marta Sic", Jsoup.parse(browser.get(found).body()).selectFirst("tbody a").text());

    assertEquals(path + "?hecho=contact.done.saved", location(browser.post(path, "version", "1", "name", "Marta Sic Tum", "phone",
        "+12135550191", "country", "US", "area", "CA")));
    var late = browser.post(path, "version", "1", "name", "Marta Otra", "phone", "+12135550191", "country", "US", "area", "CA");
    assertEquals(422, late.statusCode());
    assertTrue(Jsoup.parse(late.body()).selectFirst(".problem").text().contains("ahora dice «Marta Sic Tum»; usted escribió «Marta Otra»"));
    assertEquals("2", Jsoup.parse(late.body()).selectFirst("input[name=version]").val());
    assertTrue(Jsoup.parse(browser.get(path).body()).text().contains("Nombre completo: «Marta Sic» → «Marta Sic Tum»"));

    var wrong = browser.post("/contactos", "name", "Sin", "phone", "12");
    assertEquals(422, wrong.statusCode());
    assertTrue(Jsoup.parse(wrong.body()).selectFirst("#f-phone-error").text().startsWith("Falta el código de país"));
    assertTrue(browser.post("/contactos", "name", "Otra", "phone", "+12135550191").body().contains("/contactos/"));

    assertEquals("/contactos?hecho=contact.done.erased", location(browser.post(path + "/borrar")));
    assertEquals(404, browser.get(path).statusCode());
  }

  @Test
  void consentIsRecordedWithTheWordsAndShowsOnTheTimeline() {
    var made = person("name", "Rosa", "phone", "+12135550192", "consent", "information");
    var browser = browser("ana@example.org");
    location(browser.post("/contactos/" + made.id() + "/consentimiento", "address", Long.toString(made.addresses().getFirst().id()),
        "purpose", "information", "act", "withdraw", "words", "por teléfono, ya no quiere"));
    var page = Jsoup.parse(browser.get("/contactos/" + made.id()).body());
    assertTrue(page.text().contains("Información: retirado") && page.text().contains("«por teléfono, ya no quiere»"), page::text);
  }

  @Test
  void anotherConsulatesPersonIsNotThere() {
    var made = person("name", "Miami", "phone", "+13055550193", "country", "US", "area", "FL");
    var browser = browser("luis@example.org");
    for (var path : new String[] {"", "/editar"}) assertEquals(404, browser.get("/contactos/" + made.id() + path).statusCode());
    assertEquals(404, browser.post("/contactos/" + made.id(), "version", "1", "name", "x").statusCode());
    assertFalse(browser.get("/contactos").body().contains("Miami"));
    assertEquals(403, browser.post("/contactos/" + made.id() + "/borrar").statusCode());
  }

  @Test
  void everyTextOfThePagesIsThereInBothLanguages() {
    var made = person("name", "Textos", "phone", "+13125550194", "email", "t@example.org", "country", "US", "area", "IL", "note", "n",
        "external_id", "T-1", "birth_year", "1990", "city", "Chicago", "postal_code", "60601", "household_size", "2");
    consents.stop(AddressKind.PHONE, "+13125550194", EnumSet.allOf(Channel.class), Origin.person("inbound"), "STOP");
    for (var email : new String[] {"ana@example.org", "luis@example.org"}) {
      var browser = browser(email);
      for (var path : new String[] {"/contactos", "/contactos/nuevo", "/contactos/" + made.id(), "/contactos/" + made.id() + "/editar",
          links.path(made.addresses().getFirst().id())}) {
        var answer = browser.get(path);
        assertEquals(200, answer.statusCode(), path);
        assertFalse(Jsoup.parse(answer.body()).text().contains("contact."), () -> path + ": " + Jsoup.parse(answer.body()).text());
      }
    }
  }

  @Test
  void aPersonsOwnPageStopsStartsChoosesAndErases() {
    var made = person("name", "Pedro", "email", "pedro@ejemplo.org", "phone", "+12135550195", "language", "es", "consent", "information");
    var email = made.addresses().stream().filter(a -> a.kind() == AddressKind.EMAIL).findFirst().orElseThrow();
    var path = links.path(email.id());
    var browser = new Browserless(server.getURI());
    var page = Jsoup.parse(browser.get(path).body());
    assertTrue(page.text().contains("p•••@ejemplo.org") && !page.text().contains("pedro@ejemplo.org"), page::text);
    assertTrue(recipients.destination(email.id()).orElseThrow().mayReceive(Channel.EMAIL, Purpose.INFORMATION), "looking changes nothing");

    for (int i = 0; i < 2; i++) assertEquals(200, browser.post(path, "List-Unsubscribe", "One-Click").statusCode());
    assertEquals("suppressed", recipients.destination(email.id()).orElseThrow().reason(Channel.EMAIL, Purpose.SERVICE));
    assertTrue(recipients.read(made.id()).orElseThrow().destination(Channel.SMS, Purpose.INFORMATION).isPresent(), "only that address");

    location(browser.post(path, "act", "start"));
    location(browser.post(path, "act", "save", "language", "en", "name", "Pedro Paz", "city", "", "postal_code", "", "way-" + email.id(), "1",
        "for-" + email.id(), "service"));
    var destination = recipients.destination(email.id()).orElseThrow();
    assertEquals("ok", destination.reason(Channel.EMAIL, Purpose.SERVICE));
    assertEquals("consent-withdrawn", destination.reason(Channel.EMAIL, Purpose.INFORMATION));
    var corrected = contacts.find(made.id(), new DeskScope.All()).orElseThrow();
    assertEquals("Pedro Paz en", corrected.name() + " " + corrected.language());

    location(browser.post(path, "act", "erase"));
    assertTrue(contacts.find(made.id(), new DeskScope.All()).isEmpty());
    assertTrue(Jsoup.parse(browser.get(path).body()).text().contains("No tenemos datos suyos"));
    assertEquals(200, browser.post(path, "List-Unsubscribe", "One-Click").statusCode());
  }

  @Test
  void oneClickComesInEveryFormAndNobodyGuessesALink() throws Exception {
    var made = person("name", "Uno", "email", "uno.clic@ejemplo.org");
    var uri = server.getURI().resolve(links.path(made.addresses().getFirst().id()));
    var multipart = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
    for (var request : new HttpRequest[] {
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build(),
        HttpRequest.newBuilder(uri).header("Content-Type", "multipart/form-data; boundary=b").POST(HttpRequest.BodyPublishers.ofString(multipart)).build()}) {
      consents.start(AddressKind.EMAIL, "uno.clic@ejemplo.org", Set.of(Channel.EMAIL), Origin.person("test"), null);
      var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer::body);
      assertEquals("suppressed", recipients.read(made.id()).orElseThrow().destinations().getFirst().reason(Channel.EMAIL, Purpose.SERVICE));
    }
    var token = uri.getPath();
    for (var guess : new String[] {token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"), "/u/1", "/u/" + "A".repeat(32)}) {
      assertEquals(404, new Browserless(server.getURI()).get(guess).statusCode(), guess);
      assertEquals(404, new Browserless(server.getURI()).post(guess, "List-Unsubscribe", "One-Click").statusCode(), guess);
    }
  }

  @Test
  void filtersAreKeptUnderANameForWhoKeptThem() {
    person("name", "Vista Guardada", "phone", "+12135550196", "tags", "vista");
    var browser = browser("ana@example.org");
    var list = location(browser.post("/contactos/buscar", "q", "tag = vista", "canal", "sms"));
    var sealed = list.substring(list.indexOf("b=") + 2, list.indexOf('&'));
    assertTrue(location(browser.post("/contactos/vistas", "b", sealed, "canal", "sms", "name", "Feria de Fresno")).endsWith("hecho=contact.done.view"));
    assertTrue(location(browser.post("/contactos/vistas", "b", sealed, "name", " ")).endsWith("hecho=contact.done.noView"));

    var link = Jsoup.parse(browser.get("/contactos").body()).selectFirst("nav a:contains(Feria de Fresno)");
    assertFalse(link.attr("href").contains("vista"), "an address does not tell what was typed");
    var page = Jsoup.parse(browser.get(link.attr("href")).body());
    assertEquals("Vista Guardada", page.selectFirst("tbody a").text());
    assertEquals("true", page.selectFirst("nav a:contains(Feria de Fresno)").attr("aria-current"));
    assertFalse(browser("luis@example.org").get("/contactos").body().contains("Feria de Fresno"));

    var forget = page.selectFirst("form[action$=quitar]").attr("action");
    location(browser("luis@example.org").post(forget, "x", ""));
    assertTrue(browser.get("/contactos").body().contains("Feria de Fresno"), "only its owner removes it");
    location(browser.post(forget, "x", ""));
    assertFalse(browser.get("/contactos").body().contains("Feria de Fresno"));
  }
}
