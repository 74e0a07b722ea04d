package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.platform.settings.ScratchFiles;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many people at once: ticked or all that the list shows, told by their number, done in the background. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkBrowserTest implements TestDatabase {
  private static final String PASSWORD = "quetzal volcán lago";
  private static final DeskScope ALL = new DeskScope.All();
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject ScratchFiles scratch;

  @BeforeAll
  void staff() {
    var by = Actor.system("test");
    staffs.create(by, new NewStaff("Ana Admin", "ana@example.org", Set.of(Role.ADMINISTRATOR), null, PASSWORD, "es"));
    staffs.create(by, new NewStaff("Luis Chi", "luis@example.org", Set.of(Role.OFFICER), "GT-US-CHI", PASSWORD, "en"));
  }

  private Browserless browser(String email) {
    var browser = new Browserless(server.getURI());
    browser.signIn(email, PASSWORD);
    return browser;
  }

  private Contact person(String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
    return ((SaveOutcome.Saved) contacts.create(reader.read(values, null).draft(), Origin.staff(Actor.system("test"), "api"))).contact();
  }

  private static String location(HttpResponse<String> response) {
    assertEquals(303, response.statusCode(), response::body);
    return response.headers().firstValue("location").orElseThrow();
  }

  private static void over(Browserless browser, String act) {
    Until.isTrue("the act is over", Duration.ofSeconds(60), () -> browser.get(act + "/avance").body().contains("hx-trigger=\"none\""));
  }

  @Test
  void tickedPeopleAreTaggedAndThoseGoneMeanwhileAreCounted() throws Exception {
    var one = person("name", "Lote Uno", "phone", "+12135550401");
    var two = person("name", "Lote Dos", "phone", "+12135550402", "tags", "feria-2027");
    var merged = person("name", "Lote Tres", "phone", "+12135550403");
    var browser = browser("ana@example.org");
    var act = location(browser.post("/contactos/lote", "kind", "TAG", "id-" + one.id(), "1", "id-" + two.id(), "1", "id-" + merged.id(), "1"));
    var page = browser.get(act).body();
    assertTrue(page.contains("Etiquetar a 3 personas"), page);
    assertEquals(422, browser.post(act + "/confirmar", "tag", " ").statusCode());
    contactsErased(merged.id());
    location(browser.post(act + "/confirmar", "tag", "Feria-2027"));
    over(browser, act);
    assertEquals(Set.of("feria-2027"), contacts.find(one.id(), ALL).orElseThrow().tags());
    assertEquals("1 DONE, 1 GONE, 1 UNCHANGED", results(act));
    location(browser.post(act + "/confirmar", "tag", "otra"));
    assertEquals(Set.of("feria-2027"), contacts.find(one.id(), ALL).orElseThrow().tags(), "confirmed once");
    assertEquals(404, browser("luis@example.org").get(act).statusCode(), "another's act is not there");
  }

  @Inject Erasure erasure;

  private void contactsErased(long id) {
    erasure.erase(id, Origin.staff(Actor.system("test"), "api"));
  }

  private static String results(String act) throws Exception {
    var all = new ArrayList<String>();
    try (var connection = TestServer.connect(); var rows = connection.createStatement().executeQuery("SELECT result, COUNT(*) FROM"
        + " contact_bulk_item WHERE bulk_id = " + act.substring(act.lastIndexOf('/') + 1) + " GROUP BY result ORDER BY result")) {
      while (rows.next()) all.add(rows.getInt(2) + " " + rows.getString(1));
    }
    return String.join(", ", all);
  }

  @Test
  void anOfficerTagsTheirOwnPeopleAndMayNeitherExportNorErase() {
    var mine = person("name", "Mía Chicago", "phone", "+13125550404", "country", "US", "area", "IL");
    var other = person("name", "Ajena Miami", "phone", "+13055550405", "country", "US", "area", "FL");
    var officer = browser("luis@example.org");
    for (var kind : List.of("EXPORT", "ERASE")) assertEquals(403, officer.post("/contactos/lote", "kind", kind, "all", "1").statusCode(), kind);
    var act = location(officer.post("/contactos/lote", "kind", "TAG", "id-" + mine.id(), "1", "id-" + other.id(), "1"));
    location(officer.post(act + "/confirmar", "tag", "propia"));
    over(officer, act);
    assertTrue(contacts.find(mine.id(), ALL).orElseThrow().tags().contains("propia"));
    assertFalse(contacts.find(other.id(), ALL).orElseThrow().tags().contains("propia"));
    assertEquals("/contactos?hecho=contact.done.nobody", location(officer.post("/contactos/lote", "kind", "TAG", "id-" + other.id(), "1")));
    assertEquals(400, officer.post("/contactos/lote", "kind", "SELL", "all", "1").statusCode());
    assertFalse(officer.get("/contactos").body().contains("value=\"ERASE\""));
  }

  @Test
  void anExportHoldsNoFormulaAndLeavesNoFile() throws Exception {
    var sly = person("name", "=HYPERLINK(\"http://malo\")", "phone", "+12135550406", "city", "Álamo", "country", "US", "area", "CA", "tags",
        "exportada", "dpi_number", "77");
    var browser = browser("ana@example.org");
    var found = location(browser.post("/contactos/buscar", "q", "tag = exportada"));
    var act = location(browser.post("/contactos/lote", "kind", "EXPORT", "all", "1", "b", found.substring(found.indexOf("b=") + 2)));
    assertEquals(404, browser.get(act + "/contactos.csv").statusCode(), "not before it is confirmed");
    location(browser.post(act + "/confirmar"));
    over(browser, act);
    var csv = browser.get(act + "/contactos.csv");
    assertEquals("text/csv; charset=utf-8", csv.headers().firstValue("content-type").orElseThrow());
    var lines = csv.body().split("\r\n");
    assertEquals(2, lines.length, csv::body);
    assertTrue(lines[0].startsWith("\uFEFFexternal_id,name,given_name,family_name,phone,whatsapp,email"), lines[0]);
    assertTrue(lines[1].contains("\"'=HYPERLINK(\"\"http://malo\"\")\"") && lines[1].contains("'+12135550406") && lines[1].contains("Álamo"), lines[1]);
    var bytes = browser.bytes(act + "/contactos.xlsx");
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      var rows = book.getFirstSheet().read();
      assertEquals("external_id", rows.getFirst().getCellText(0));
      assertEquals("'=HYPERLINK(\"http://malo\")", rows.get(1).getCellText(1));
    }
    assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("<f>"));
    assertEquals(404, browser.get(act + "/contactos.exe").statusCode());
    Until.isTrue("the file is gone", Duration.ofSeconds(10), () -> {
      try (var files = Files.list(scratch.folder())) {
        return files.findAny().isEmpty();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    assertEquals(sly.id(), contacts.find(sly.id(), ALL).orElseThrow().id());
  }

  @Test
  void allWhomTheListShowsAreErasedAfterTheNumberWasRead() {
    for (int i = 0; i < 230; i++) person("name", "Baja Masiva", "phone", "+1213555" + (4500 + i), "tags", "baja");
    var stays = person("name", "Queda", "phone", "+12135550499");
    try (var browser = BrowserSession.open(server.getURI())) {
      browser.signIn("ana@example.org", PASSWORD);
      var page = browser.page();
      browser.go("/contactos");
      page.fill("#f-q", "tag = baja");
      page.press("#f-q", "Enter");
      page.waitForURL("**/contactos?b=*");
      page.locator("tbody input[type=checkbox]").first().check();
      browser.look("contactos-lote");
      page.check("#bulk-all");
      page.click(".bulk >> text=Borrar");
      page.waitForSelector("text=Se borrará para siempre a 230 personas");
      browser.look("lote-borrar");
      page.click("button:has-text('Borrar a 230 personas')");
      page.waitForSelector("text=Terminado");
      browser.look("lote-terminado");
      assertEquals(List.of(), browser.complaints());
    }
    assertTrue(contacts.find(stays.id(), ALL).isPresent());
    var browser = browser("ana@example.org");
    assertTrue(browser.get(location(browser.post("/contactos/buscar", "q", "baja masiva"))).body().contains("Nadie coincide"));
  }
}
