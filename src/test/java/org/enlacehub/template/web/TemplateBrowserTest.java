package org.enlacehub.template.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.enlacehub.template.Somebody;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An officer looks a text up, tries it with a date, and makes a message of their own cheaper. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateBrowserTest implements TestDatabase {
  @Inject EmbeddedServer server;
  private BrowserSession browser;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of(Somebody.ON, "true");
  }

  @BeforeAll
  void open() {
    browser = BrowserSession.open(server.getURI());
    browser.page().context().setExtraHTTPHeaders(Map.of("X-Role", "COMMUNICATION"));
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aTextIsFoundReadAndTried() {
    var page = browser.page();
    browser.go("/plantillas").look("plantillas");
    page.click("text=Pasaporte por vencer");
    page.waitForURL("**/plantillas/pasaporte-por-vencer*");
    page.frameLocator("iframe").locator("text=Pedir una cita").waitFor();
    page.locator("iframe").scrollIntoViewIfNeeded();
    browser.look("plantilla");
    page.fill("#f-passport_expires", "2027-05-01");
    page.click("text=Ver con estos valores");
    page.waitForSelector("#sms >> text=sabado 1 de mayo de 2027");
    page.fill("#f-passport_expires", "pronto");
    page.click("text=Ver con estos valores");
    page.waitForSelector("text=No es un valor válido: passport_expires");
    page.click("a:has-text('Inglés')");
    page.waitForSelector("#sms >> text=your passport expires on");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aMessageIsMadeCheaperWhileOneTypes() {
    var page = browser.page();
    browser.go("/plantillas/contador");
    page.fill("#f-text", "Su cita es “mañana” en el salón único de la alcaldía. ".repeat(3));
    page.waitForSelector("#result >> text=3 segmentos");
    browser.look("contador");
    page.click("text=Usar este texto");
    page.waitForSelector("#result >> text=GSM-7, 162 unidades, 153 por segmento");
    assertTrue(page.inputValue("#f-text").startsWith("Su cita es \"mañana\" en el salon unico"));
    assertEquals(List.of(), browser.complaints());
  }
}
