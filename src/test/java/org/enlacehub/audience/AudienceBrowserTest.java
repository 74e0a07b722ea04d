package org.enlacehub.audience;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Origin;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A communication officer plans whom to write to: by rows, by text, on the map, from a file; somebody else changes the same thing. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceBrowserTest implements TestDatabase {
  private static final String PASSWORD = "quetzal volcán lago";
  private static final String[][] TOWNS = {{"Los Angeles", "CA", "34.05", "-118.24"}, {"Houston", "TX", "29.76", "-95.37"},
      {"Omaha", "NE", "41.26", "-95.94"}};
  private static final String[] LANGUAGES = {"es", "quc", "mam", "kek"};
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject SavedAudiences saved;
  private BrowserSession browser;
  private Page page;

  @BeforeAll
  void open() {
    for (var language : List.of("es", "en")) {
      staffs.create(Actor.system("test"), new NewStaff("Carla Plan", language + "@example.org", Set.of(Role.COMMUNICATION), null, PASSWORD,
          language));
    }
    for (int i = 0; i < 60; i++) {
      var town = TOWNS[i % TOWNS.length];
      person("name", "Juana Pérez Sic", "phone", "+1213555" + String.format("%04d", 100 + i), "language", LANGUAGES[i % 4], "country", "US",
          "area", town[1], "city", town[0], "latitude", town[2], "longitude", town[3], "consent", "service information", "tags",
          i % 2 == 0 ? "feria" : "norte");
    }
  }

  private void signIn(String language) {
    browser = BrowserSession.open(server.getURI());
    page = browser.page();
    browser.signIn(language + "@example.org", PASSWORD);
  }

  @AfterEach
  void close() {
    if (browser != null) browser.close();
  }

  private void person(String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
    contacts.create(reader.read(values, null).draft(), Origin.staff(Actor.system("test"), "api"));
  }

  private void counts(int people) {
    page.waitForSelector(".audience-count strong:text-is('" + people + "')");
  }

  /** Waits until what was swapped in is alive, as it is before a hand can reach it. */
  private void settled() {
    page.waitForSelector("body:not(:has(.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added))");
  }

  private void click(String what) {
    page.click(what);
    settled();
  }

  private void choose(String field, String value) {
    page.selectOption(field, value);
    settled();
  }

  private void reads(String query) {
    assertThat(page.locator("#f-query")).hasValue(query);
  }

  @Test
  void anAudienceIsBuiltByRowsAndByTextAndKept() {
    signIn("es");
    browser.go("/contactos");
    page.click("nav >> text=Audiencias");
    browser.look("audiencias-vacias");
    page.click("a:has-text('Nueva audiencia')");
    counts(60);
    click("text=Agregar condición");
    choose("#r-0-value", "US");
    reads("country = US");
    click("text=Agregar condición");
    choose("#r-1-field", "language");
    choose("#r-1-asking", "IN");
    page.fill("input#r-1-value", "quc, mam");
    counts(30);
    reads("country = US and language in (quc, mam)");
    click("text=Agregar grupo");
    choose("#r-2-0-field", "tag");
    page.fill("input#r-2-0-value", "feria");
    counts(15);
    reads("country = US and language in (quc, mam) and (tag = feria)");
    browser.look("audiencia-filas");

    page.fill("#f-query", "country = US and lenguage = es");
    page.waitForSelector("mark:has-text('lenguage')");
    page.waitForSelector("text=En la letra 18 del texto");
    click("button:has-text('¿Quiso decir language?')");
    reads("country = US and language = es");
    counts(15);
    assertThat(page.locator("#r-1-value")).hasValue("es");
    page.fill("#f-query", "country = US and (");
    page.waitForSelector("text=La consulta termina antes de tiempo");
    page.waitForSelector("text=Las condiciones muestran la última consulta");
    browser.look("audiencia-error");
    click("text=Volver a estas condiciones");
    reads("country = US and language = es");

    page.fill("#f-title", "Hispanohablantes en EE. UU.");
    page.click("button:has-text('Guardar audiencia')");
    page.waitForSelector("h1:has-text('Hispanohablantes en EE. UU.')");
    saved.change("hispanohablantes-en-ee-uu", 1, "De otra persona", "all", Actor.system("test"));
    page.fill("#f-query", "country = US and language = es and tag = feria");
    counts(15);
    page.click("button:has-text('Guardar cambios')");
    page.waitForSelector("text=Otra persona la cambió mientras usted trabajaba");
    browser.look("audiencia-conflicto");
    page.click("button:has-text('Guardar cambios')");
    page.waitForSelector("text=La audiencia está guardada");
    assertEquals("country = US and language = es and tag = feria",
        saved.find("hispanohablantes-en-ee-uu", new DeskScope.All()).orElseThrow().query());

    page.fill("#f-title", "Quienes hoy");
    page.click("button:has-text('Guardar estas personas como lista')");
    page.waitForSelector("text=15 personas");
    page.setInputFiles("#f-file", new FilePayload("lista.csv", "text/csv",
        "telefono;correo\n+1 213 555 0101;\n(213) 555-0102;\n;nadie@example.org\n".getBytes(StandardCharsets.UTF_8)));
    page.click("button:has-text('Agregar a la lista')");
    page.waitForSelector("text=3 filas; personas encontradas: 2; filas sin nadie: 1");
    page.waitForSelector("#missing >> text=nadie@example.org");
    browser.look("lista-agregada");
    browser.go("/contactos/audiencias").look("audiencias");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aCircleIsDrawnOnTheMapInEnglish() {
    signIn("en");
    browser.go("/contactos/audiencias/nueva");
    click("text=Add condition");
    choose("#r-0-field", "place");
    page.fill("input#r-0-value", "80");
    page.press("input#r-0-value", "Tab");
    settled();
    page.fill("#r-0-centre", "Houston, TX");
    page.press("#r-0-centre", "Tab");
    settled();
    counts(20);
    reads("within 80km of \"Houston, TX\"");
    page.waitForSelector("text=80 km around Houston, US-TX");
    click("text=Farther");
    browser.look("audience-circle");
    click("[data-map] svg");
    assertThat(page.locator("#r-0-centre")).hasValue(Pattern.compile("29\\.\\d+, -95\\.\\d+"));
    counts(20);
    choose("#r-0-asking", "INSIDE");
    page.fill("textarea#r-0-value", "36, -120\n36, -116\n32, -116\n32, -120");
    page.press("textarea#r-0-value", "Tab");
    settled();
    counts(20);
    browser.look("audience-border");
    page.fill("#f-query", "(".repeat(1_000) + "all" + ")".repeat(1_000));
    page.waitForSelector("text=nested more than 100 deep");
    page.fill("#f-query", "tag = x or ".repeat(10_000) + "all");
    page.waitForSelector("text=more than 10,000 characters");
    page.fill("#f-query", "(tag = a or (tag = b and (tag = c or (tag = d and (tag = e or tag = f)))))");
    page.waitForSelector("text=more than rows can show");
    assertEquals(List.of(), browser.complaints());
  }
}
