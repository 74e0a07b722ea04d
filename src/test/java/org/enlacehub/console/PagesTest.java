package org.enlacehub.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The pages of the frame in a real browser: light and dark, wide and narrow, looked at by axe, and used as people use them. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest implements TestDatabase {
  private static final String PASSWORD = "quetzal volcán lago";
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  private BrowserSession browser;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.sandbox", "true");
  }

  @BeforeAll
  void peopleAndABrowser() {
    person("Marta Elena Xicay", "marta@example.org", Role.ADMINISTRATOR);
    person("Ana Lucía Morales", "ana@example.org", Role.OFFICER);
    person("Julio Barrios", "julio@example.org", Role.COMMUNICATION);
    browser = BrowserSession.open(server.getURI());
  }

  @AfterAll
  void close() {
    if (browser != null) browser.close();
  }

  @Test
  void everyPageCanBeSeenByEveryone() {
    browser.page().context().clearCookies();
    browser.go("/entrar").look("entrar");
    browser.page().fill("#email", "marta@example.org");
    browser.page().fill("#password", "no es esta");
    browser.page().click("#entry button[type=submit]");
    browser.page().waitForSelector(".problem");
    browser.look("entrar-fallo");
    browser.go("/no-hay").look("error-404-fuera");
    browser.signIn("marta@example.org", PASSWORD);
    browser.look("inicio");
    for (var page : List.of("/ajustes/personas", "/ajustes/personas/nueva", "/ajustes/perfil", "/ajustes/bitacora", "/sandbox/estilo", "/no-hay")) {
      browser.go(page).look(page.substring(1).replace('/', '-'));
    }
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void theApiIsDescribedToProgramsAndToTheirAuthors() {
    var description = new Browserless(server.getURI()).get("/openapi.yml").body();
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Map<String, ?>>>load(description);
    assertEquals("Enlace", yaml.get("info").get("title"));
    assertTrue(yaml.get("paths").keySet().containsAll(Set.of("/api/v1/contacts", "/api/v1/messages/{id}", "/api/v1/triage/explain")));
    assertTrue(yaml.get("paths").keySet().stream().noneMatch(path -> path.startsWith("/ajustes")), "pages are not part of the API");
    browser.page().context().clearCookies();
    browser.go("/api/docs");
    browser.page().click("summary:has-text('/api/v1/triage/explain')");
    browser.page().waitForSelector("details[open] pre:has-text('severity')");
    browser.look("api-docs");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void anAdministratorAddsAPersonWhoThenChoosesTheirOwnPassword() {
    var page = browser.page();
    page.context().clearCookies();
    browser.signIn("marta@example.org", PASSWORD).go("/ajustes/personas");
    page.click("text=Agregar persona");
    page.click("button:has-text('Crear la cuenta')");
    // The browser's own check of required fields stops here, with words of its own.
    page.fill("[name=name]", "Rosa Ixchel Tum");
    page.fill("[name=email]", "rosa@example.org");
    page.check("[value=OFFICER]");
    page.click("button:has-text('Crear la cuenta')");
    assertTrue(page.locator(".field-error").innerText().contains("necesita una mesa"));
    browser.look("persona-error");
    page.fill("[name=desk]", "gt-us-lax");
    page.click("button:has-text('Crear la cuenta')");
    var given = page.locator("#secret").innerText();
    browser.look("persona-creada");

    page.context().clearCookies();
    browser.signIn("rosa@example.org", given).go("/ajustes/perfil");
    assertTrue(page.locator("main").innerText().contains("Elija su propia contraseña"));
    page.fill("[name=old]", given);
    page.fill("[name=password]", "maíz blanco y negro");
    page.fill("[name=again]", "maíz blanco y negro");
    page.click("button:has-text('Cambiar contraseña')");
    assertTrue(page.locator("#toasts").innerText().contains("Contraseña cambiada"));
    page.context().clearCookies();
    browser.signIn("rosa@example.org", "maíz blanco y negro");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void languageAndThemeStayWithThePerson() {
    var page = browser.page();
    page.context().clearCookies();
    browser.signIn("julio@example.org", PASSWORD);
    page.click("button:has-text('English')");
    assertEquals("en", page.getAttribute("html", "lang"));
    assertTrue(page.locator("h1").innerText().startsWith("Good day, Julio"));
    page.click("summary[title=Appearance]");
    page.click("button:has-text('Dark')");
    assertEquals("dark", page.getAttribute("html", "data-bs-theme"));
    page.context().clearCookies();
    browser.signIn("julio@example.org", PASSWORD);
    assertEquals("en", page.getAttribute("html", "lang"));
    assertEquals("dark", page.getAttribute("html", "data-bs-theme"));
  }

  @Test
  void oneCanWorkWithTheKeyboardAlone() {
    var page = browser.page();
    page.context().clearCookies();
    browser.go("/entrar");
    page.keyboard().type("ana@example.org");
    page.keyboard().press("Tab");
    page.keyboard().type(PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(address -> !address.contains("/entrar"));
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertEquals("main", page.evaluate("() => document.activeElement.id"), "the first stop skips to the content");
  }

  @Test
  void theFirstViewIsLight() throws Exception {
    var page = browser.page();
    page.context().clearCookies();
    browser.signIn("julio@example.org", PASSWORD);
    var cookies = page.context().cookies().stream().map(c -> c.name + "=" + c.value).collect(Collectors.joining("; "));
    @SuppressWarnings("unchecked")
    var files = (List<String>) page.evaluate("() => performance.getEntriesByType('resource').map(r => r.name)");
    var all = new ArrayList<>(files);
    all.add(page.url());
    int bytes = 0;
    for (var file : all) {
      var request = HttpRequest.newBuilder(URI.create(file)).header("Accept-Encoding", "gzip").header("Accept", "text/html,*/*").header("Cookie", cookies);
      var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      bytes += answer.body().length;
      if (file.contains("/webjars/") || file.contains("/static/") && file.contains("?v=")) {
        assertEquals("public, max-age=31536000, immutable", answer.headers().firstValue("cache-control").orElse(""), file);
      }
    }
    assertTrue(all.size() >= 5, all.toString());
    assertTrue(bytes <= 100_000, bytes + " bytes of " + all);
  }

  private Staff person(String name, String email, Role role) {
    return staffs.create(Actor.system("test"), new NewStaff(name, email, Set.of(role), role == Role.OFFICER ? "GT-US-LAX" : null, PASSWORD, null));
  }
}
