package org.enlacehub.contact.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Contacts;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.TestDatabase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A person brings a file in, page by page. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportPagesTest implements TestDatabase {
  private static final String PASSWORD = "quetzal volcán lago";
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  @Inject Contacts contacts;

  @BeforeAll void staff() {
    staffs.create(Actor.system("test"), new NewStaff("Carla", "carla@example.org", Set.of(Role.COMMUNICATION), null, PASSWORD, "es"));
    staffs.create(Actor.system("test"), new NewStaff("Luis", "luis@example.org", Set.of(Role.OFFICER), "GT-US-CHI", PASSWORD, "en"));
  }

  private Browserless browser(String email) {
    var browser = new Browserless(server.getURI());
    browser.signIn(email, PASSWORD);
    return browser;
  }

  private HttpResponse<String> upload(Browserless browser, String content) throws Exception {
    var body = "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"feria.csv\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--xx--\r\n";
    var request = HttpRequest.newBuilder(server.getURI().resolve("/contactos/importar")).timeout(Duration.ofSeconds(30))
        .header("Content-Type", "multipart/form-data; boundary=xx").header("Accept", "text/html").header("Sec-Fetch-Site", "same-origin")
        .header("Cookie", "enlace=" + browser.cookie("enlace")).POST(BodyPublishers.ofString(body, UTF_8)).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private static String location(HttpResponse<String> response) {
    assertEquals(303, response.statusCode(), response::body);
    return response.headers().firstValue("location").orElseThrow();
  }

  private static Document page(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response::body);
    return Jsoup.parse(response.body());
  }

  private static Document awaited(Browserless browser, String path) throws Exception {
    for (int i = 0; i < 300; i++) {
      var part = page(browser.get(path + "/avance"));
      if (part.selectFirst("#run").attr("hx-trigger").equals("none")) {
        return part;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the import did not end");
  }

  @Test void fromTheFileToTheResult() throws Exception {
    var browser = browser("carla@example.org");
    assertTrue(page(browser.get("/contactos/importar")).selectFirst("input[type=file]").hasAttr("required"));
    var columns = location(upload(browser, "Persona,Dato,Raro\nAna Pop,213 555 0177,x\nBeto,12,y\n"));
    var first = page(browser.get(columns));
    assertTrue(first.text().contains("Ninguna columna tiene teléfono"), first::text);
    assertEquals("name", first.selectFirst("select[name=m0] option[selected]").val());

    var second = page(browser.post(columns, "m0", "name", "m1", "phone", "m2", "", "mode", "upsert", "region", "us", "act", "look"));
    assertEquals("phone", second.selectFirst("select[name=m1] option[selected]").val());
    assertTrue(second.text().contains("+12135550177"), second::text);
    assertTrue(second.text().contains("Se rechazará"), second::text);

    var trial = location(browser.post(columns, "m0", "name", "m1", "phone", "m2", "", "mode", "upsert", "region", "US", "act", "try"));
    var tried = awaited(browser, trial);
    assertTrue(tried.text().contains("Se agregarían 1") && tried.text().contains("Importar ahora: 1"), tried::text);
    assertTrue(tried.text().contains("El número no existe"), tried::text);
    assertTrue(contacts.findByAddress(AddressKind.PHONE, "+12135550177").isEmpty());
    assertTrue(browser.get(trial + "/errores.csv").body().startsWith("\ufeffrow,column,code,message,value"));

    var run = location(browser.post(trial + "/ejecutar"));
    assertTrue(page(browser.get(run)).selectFirst("h1").text().contains("feria.csv"));
    assertTrue(awaited(browser, run).text().contains("Agregados 1"));
    assertEquals("Ana Pop", contacts.findByAddress(AddressKind.PHONE, "+12135550177").orElseThrow().name());
    assertTrue(page(browser.get("/contactos/importar")).text().contains("feria.csv"));
  }

  @Test void aFileThatCannotBeReadIsToldOnThePage() throws Exception {
    var refused = upload(browser("carla@example.org"), "");
    assertEquals(422, refused.statusCode());
    assertTrue(Jsoup.parse(refused.body()).text().contains("El archivo está vacío"), refused::body);
  }

  @Test void anOfficerDoesNotImport() {
    assertEquals(403, browser("luis@example.org").get("/contactos/importar").statusCode());
    assertEquals(404, browser("carla@example.org").get("/contactos/importar/archivo/1").statusCode());
    assertEquals(404, browser("carla@example.org").get("/contactos/importar/1").statusCode());
  }
}
