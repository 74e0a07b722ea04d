package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An officer finds one person twice, makes one of both, thinks again; another pair are two people. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicatesBrowserTest implements TestDatabase {
  private static final String PASSWORD = "quetzal volcán lago";
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject Duplicates duplicates;

  private Contact person(String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
    return ((SaveOutcome.Saved) contacts.create(reader.read(values, null).draft(), Origin.staff(Actor.system("test"), "api"))).contact();
  }

  private int pairs() {
    return duplicates.page(new DeskScope.All(), 0, 0, 10).size();
  }

  @Test
  void onePersonInTwoRecordsBecomesOneAndTwoAgain() {
    staffs.create(Actor.system("test"), new NewStaff("Ana Admin", "ana@example.org", Set.of(Role.ADMINISTRATOR), null, PASSWORD, "es"));
    staffs.create(Actor.system("test"), new NewStaff("Luis Chi", "luis@example.org", Set.of(Role.OFFICER), "GT-US-CHI", PASSWORD, "en"));
    var first = person("name", "María Xol Tum", "phone", "+12135550301", "country", "US", "area", "CA", "city", "Los Angeles", "birth_year",
        "1985", "tags", "feria", "language", "quc");
    var second = person("given_name", "Maria", "family_name", "Tum Xol", "whatsapp", "+12135550302", "email", "maria@ejemplo.org", "birth_year",
        "1985", "tags", "norte");
    person("name", "Juan Ba Cuc", "phone", "+13125550303", "country", "US", "area", "IL");
    person("name", "Juan Ba Cuc", "phone", "+13125550304", "country", "US", "area", "IL", "birth_year", "1960");
    duplicates.search();

    var officer = new Browserless(server.getURI());
    officer.signIn("luis@example.org", PASSWORD);
    var theirs = officer.get("/contactos/duplicados").body();
    assertTrue(theirs.contains("Juan Ba Cuc") && !theirs.contains("María") && !theirs.contains("contact.twins"), theirs);
    assertEquals(404, officer.post("/contactos/" + first.id() + "/reunir", "other", Long.toString(second.id())).statusCode());
    assertEquals(404, officer.post("/contactos/" + first.id() + "/distinta", "other", Long.toString(second.id())).statusCode());
    assertEquals(404, officer.post("/contactos/" + first.id() + "/reunir", "other", "x").statusCode());

    try (var browser = BrowserSession.open(server.getURI())) {
      browser.signIn("ana@example.org", PASSWORD);
      var page = browser.page();
      browser.go("/contactos");
      page.click("a:has-text('Duplicados')");
      page.waitForSelector("h2:has-text('María Xol Tum')");
      browser.look("duplicados");
      page.locator("section:has(h2:has-text('Juan Ba Cuc')) >> text=Son dos personas").click();
      page.waitForSelector("text=Anotado: son dos personas");
      assertEquals(1, pairs());
      page.click("text=Reunir en el primero");
      page.waitForURL("**/contactos/" + first.id() + "*");
      page.waitForSelector("h2:has-text('maria@ejemplo.org')");
      browser.look("contacto-reunido");
      assertEquals(0, pairs());
      browser.go("/contactos/" + second.id() + "/editar");
      assertTrue(page.url().endsWith("/contactos/" + first.id() + "/editar"), "an old link leads to the one record");
      browser.go("/contactos/" + first.id());
      page.click("button:has-text('Separar')");
      page.waitForSelector("text=Los registros están separados otra vez");
      assertEquals(0, page.locator("text=maria@ejemplo.org").count());
      browser.go("/contactos/" + second.id());
      page.waitForSelector("h2:has-text('maria@ejemplo.org')");
      browser.go("/contactos/duplicados").look("duplicados-vacio");
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void twoRecordsThatNoSearchSuspectsAreFoundComparedAndMerged() {
    staffs.create(Actor.system("test"), new NewStaff("Eva Admin", "eva@example.org", Set.of(Role.ADMINISTRATOR), null, PASSWORD, "es"));
    staffs.create(Actor.system("test"), new NewStaff("Lia Chi", "lia@example.org", Set.of(Role.OFFICER), "GT-US-CHI", PASSWORD, "en"));
    var married = person("name", "Petrona Sacul de Bol", "phone", "+12135550311", "country", "US", "area", "CA");
    var single = person("name", "Petra Sacul", "phone", "+12135550312", "birth_year", "1979");

    var officer = new Browserless(server.getURI());
    officer.signIn("lia@example.org", PASSWORD);
    assertEquals(404, officer.get("/contactos/" + married.id() + "/misma").statusCode());
    assertEquals(404, officer.get("/contactos/" + married.id() + "/misma/" + single.id()).statusCode());

    try (var browser = BrowserSession.open(server.getURI())) {
      browser.signIn("eva@example.org", PASSWORD);
      var page = browser.page();
      browser.go("/contactos/" + married.id());
      page.click("a:has-text('Es la misma persona que')");
      page.fill("[name=q]", "nombre = x");
      page.click("main button:has-text('Buscar')");
      page.waitForSelector("text=No existe el campo «nombre»");
      page.fill("[name=q]", "sacul");
      page.click("main button:has-text('Buscar')");
      page.waitForSelector("main a:has-text('Petra Sacul')");
      assertEquals(0, page.locator("main li:has-text('Petrona')").count(), "not the record itself");
      browser.look("misma-persona-candidatos");
      page.click("main a:has-text('Petra Sacul')");
      page.waitForSelector("td:has-text('1979')");
      browser.look("misma-persona");

      browser.go("/contactos");
      page.check("[name=id-" + married.id() + "]");
      page.click("button:has-text('Son la misma persona')");
      page.waitForSelector("text=Marque exactamente dos registros");
      page.check("[name=id-" + married.id() + "]");
      page.check("[name=id-" + single.id() + "]");
      page.click("button:has-text('Son la misma persona')");
      page.click("text=Reunir en el primero");
      page.waitForURL("**/contactos/" + married.id() + "*");
      assertEquals(List.of("+12135550311", "+12135550312"), contacts.find(single.id(), new DeskScope.All()).orElseThrow().addresses().stream()
          .map(Address::value).toList());
      assertEquals(List.of(), browser.complaints());
    }
  }
}
