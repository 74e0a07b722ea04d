package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An officer registers a person, finds them, records that they want no more news, and forgets them; the person chooses on their page. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactBrowserTest implements TestDatabase {
  private static final String PASSWORD = "quetzal volcán lago";
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject PreferenceLinks links;
  private BrowserSession browser;

  @BeforeAll
  void open() {
    staffs.create(Actor.system("test"), new NewStaff("Ana Admin", "ana@example.org", Set.of(Role.ADMINISTRATOR), null, PASSWORD, "es"));
    browser = BrowserSession.open(server.getURI());
    browser.signIn("ana@example.org", PASSWORD);
  }

  @AfterAll
  void close() {
    if (browser != null) browser.close();
  }

  private Contact person(String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
    return ((SaveOutcome.Saved) contacts.create(reader.read(values, null).draft(), Origin.staff(Actor.system("test"), "api"))).contact();
  }

  @Test
  void aPersonIsRegisteredFoundAndForgotten() {
    var page = browser.page();
    browser.go("/contactos").look("contactos-vacio");
    for (int i = 0; i < 60; i++) {
      person("name", "Juana Pérez " + (char) ('A' + i % 26) + i, "phone", "+1213555" + String.format("%04d", 100 + i), "language",
          i % 3 == 0 ? "quc" : "es", "country", "US", "area", "CA", "city", "Los Angeles", "tags", i % 2 == 0 ? "feria" : "norte");
    }
    page.reload();
    browser.look("contactos");
    page.click("text=Mostrar más");
    page.locator("tbody tr").nth(59).waitFor();

    page.click("a:has-text('Nuevo contacto')");
    page.fill("#f-name", "Marta Sic Tum");
    page.fill("#f-phone", "213");
    page.click("main button[type=submit]");
    page.waitForSelector("#f-phone-error");
    browser.look("contacto-con-error");
    page.fill("#f-phone", "+1 213 555 0191");
    page.fill("#f-email", "marta@ejemplo.org");
    page.fill("#f-country", "US");
    page.fill("#f-area", "California");
    page.check("#c-information");
    page.click("main button[type=submit]");
    page.waitForSelector("h1:has-text('Marta Sic Tum')");

    page.click("summary:has-text('Cambiar consentimiento')");
    page.fill("#f-words", "por teléfono");
    page.click("text=Registrar >> visible=true");
    page.waitForSelector(".timeline >> text=«por teléfono»");
    page.click("a:has-text('Editar')");
    page.fill("#f-city", "Fresno");
    page.click("main button[type=submit]");
    page.waitForSelector(".timeline >> text=«Fresno»");
    browser.look("contacto");

    browser.go("/contactos");
    page.fill("#f-q", "sic marta");
    page.press("#f-q", "Enter");
    page.waitForURL("**/contactos?b=*");
    assertEquals(1, page.locator("tbody tr").count());
    assertFalse(page.url().contains("marta"));
    page.fill("#f-q", "contry = US");
    page.press("#f-q", "Enter");
    page.waitForSelector(".problem >> text=¿Quiso decir «country»?");
    browser.look("contactos-error");
    page.goBack();
    page.click("tbody a");
    page.click("button:has-text('Borrar a la persona')");
    page.waitForSelector("dialog[open]");
    browser.look("contacto-borrar");
    page.click("dialog[open] >> text=Borrar para siempre");
    page.waitForURL(address -> address.contains("/contactos?"));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aPersonChoosesOnTheirOwnPage() {
    var made = person("name", "Pedro Paz", "email", "pedro@ejemplo.org", "phone", "+12135550777", "language", "es", "consent", "information");
    Page page = browser.page();
    browser.go(links.path(made.addresses().getLast().id())).look("preferencias");
    page.click("text=No quiero más mensajes");
    page.waitForSelector("text=Listo. Ya no enviamos mensajes");
    page.selectOption("#f-language", "mam");
    page.click("text=Guardar lo que elegí");
    page.waitForSelector("text=Guardado.");
    page.click("summary:has-text('Quiero que me borren')");
    page.click("text=Bórrenme para siempre");
    page.waitForSelector("h1:has-text('No tenemos datos suyos')");
    browser.look("preferencias-borrado");
    assertEquals(List.of(), browser.complaints());
  }
}
