package org.enlacehub.contact.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.util.Map;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Purpose;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contact files through the API into the tables. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsTest implements TestDatabase {
  @Inject EmbeddedServer server;
  @Inject Contacts contacts;
  @Inject ImportSchedule schedule;
  private ImportClient client;

  @Override public Map<String, String> extraProperties() {
    return Map.of("enlace.admin-token", ImportClient.TOKEN);
  }

  @BeforeEach void connect() {
    client = new ImportClient(server.getURI());
  }

  private Contact byPhone(String e164) {
    return contacts.findByAddress(AddressKind.PHONE, e164).orElseThrow();
  }

  private static long count(String table) throws Exception {
    try (var connection = TestServer.connect(); var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test void aFileBecomesContacts() throws Exception {
    var view = client.done("""
        Nombre,Apellidos,Celular,Correo,Idioma,País,Estado,Consentimiento,Etiquetas,Vence pasaporte,Año de nacimiento
        María,Xol,(213) 555-0101,Maria@Example.org,K'iche',EE.UU.,California,servicio información,feria,03/04/2027,1985
        """);
    assertEquals("DONE rows=1 created=1 updated=0 unchanged=0 rejected=0", ImportClient.counts(view));
    var maria = byPhone("+12135550101");
    assertEquals("María Xol quc US-CA 1985", maria.givenName() + " " + maria.familyName() + " " + maria.language() + " " + maria.place().area() + " "
        + maria.birthYear());
    assertEquals(Map.of("passport_expires", "2027-04-03"), maria.attributes());
    assertEquals(java.util.Set.of("feria"), maria.tags());
    assertTrue(maria.addresses().stream().anyMatch(a -> a.consent().isGranted(Channel.SMS, Purpose.INFORMATION)));
    assertEquals("import:" + view.get("id").asText(), maria.source());
    assertEquals(1.0, view.get("progress").asDouble());
  }

  @Test void theSameFileAgainChangesNothing() throws Exception {
    var file = "external_id,name,phone,tags\nS1,Ana Pop,+50255510001,uno\nS2,Beto Choc,+50255510002,dos\nS3,Caro Tzoc,+50255510003,\n";
    assertEquals("DONE rows=3 created=3 updated=0 unchanged=0 rejected=0", ImportClient.counts(client.done(file)));
    long events = count("contact_event");
    assertEquals("DONE rows=3 created=0 updated=0 unchanged=3 rejected=0", ImportClient.counts(client.done(file)));
    assertEquals(events, count("contact_event"));
    assertEquals("DONE rows=3 created=0 updated=1 unchanged=2 rejected=0", ImportClient.counts(client.done(file.replace("dos", "tres"))));
  }

  @Test void rejectedRowsAreToldWithTheirRowAndColumn() throws Exception {
    var view = client.done("name,phone,email,passport_expires\n\"Ana\nMaría\",+50255511001,,\nBeto,5.02E+10,,\nCaro,123,caro@example.org,31/02/2027\n\"Dora,+50255511004,,\nEva,+50255511005,,\n",
        "defaultRegion", "US");
    assertEquals("DONE rows=5 created=3 updated=0 unchanged=0 rejected=2", ImportClient.counts(view));
    assertEquals(1, view.get("warnings").asInt());
    var errors = client.errors(view, "");
    assertEquals(2, errors.size());
    assertTrue(errors.get(0).startsWith("3,phone,phone_scientific,\"Excel replaced the number"), errors.get(0));
    assertTrue(errors.get(0).endsWith(",5.02E+10"), errors.get(0));
    assertTrue(errors.get(1).startsWith("5,,unclosed_quote,"), errors.get(1));
    assertEquals(4, client.errors(view, "?warnings=true").size());
  }

  @Test void aDryRunStoresNothing() throws Exception {
    long before = count("contact");
    var view = client.done("name,phone\nAna,+50255512001\nBeto,12\n", "dryRun", "true");
    assertEquals("DONE rows=2 created=1 updated=0 unchanged=0 rejected=1", ImportClient.counts(view));
    assertEquals(before, count("contact"));
    assertEquals(1, client.errors(view, "").size());
  }

  @Test void addLeavesWhoIsThereAndUpdateRefusesWhoIsNot() throws Exception {
    client.done("name,phone,city\nAna Pop,+50255513001,Houston\n");
    assertEquals("DONE rows=2 created=1 updated=0 unchanged=1 rejected=0",
        ImportClient.counts(client.done("name,phone,city\nAna Pop,+50255513001,Dallas\nEva,+50255513002,\n", "mode", "add")));
    assertEquals("Houston", byPhone("+50255513001").place().city());
    var update = client.done("name,phone,city\nAna Pop,+50255513001,Dallas\nLuz,+50255513003,\n", "mode", "update");
    assertEquals("DONE rows=2 created=0 updated=1 unchanged=0 rejected=1", ImportClient.counts(update));
    assertEquals("Dallas", byPhone("+50255513001").place().city());
    assertTrue(client.errors(update, "").getFirst().startsWith("3,phone,unknown,"));
  }

  @Test void onePhoneForAWholeFamilyStaysWithOneOfThem() throws Exception {
    var view = client.done("name,phone,email\nJuan Pérez Tzoc,+50255514001,\nRosa Choc Xol,+50255514001,\nLuis Ba Cuc,+50255514001,luis@example.org\n");
    assertEquals("DONE rows=3 created=1 updated=0 unchanged=0 rejected=2", ImportClient.counts(view));
    assertTrue(client.errors(view, "").getFirst().startsWith("3,phone,other_person,"));
    assertEquals("Juan Pérez Tzoc", byPhone("+50255514001").name());
  }

  @Test void aPersonsMappingIsFollowed() throws Exception {
    var view = client.done("Dato 1,Dato 2,phone\nAna,+50255515001,basura\n", "mapping", "{\"Dato 1\": \"name\", \"Dato 2\": \"phone\", \"phone\": null}");
    assertEquals("DONE rows=1 created=1 updated=0 unchanged=0 rejected=0", ImportClient.counts(view));
    assertEquals("Ana", byPhone("+50255515001").name());
    assertEquals(java.util.List.of("MAPPED", "MAPPED", "IGNORED"), view.get("columns").findValuesAsText("how"));
  }

  @Test void twoImportsOfOneFileAtOnceMakeNobodyTwice() throws Exception {
    var file = new StringBuilder("external_id,name,phone\n");
    for (int i = 0; i < 3_000; i++) {
      file.append("T").append(i).append(",Ana ").append(i).append(",+1213").append(7_000_000 + i).append('\n');
    }
    long before = count("contact");
    var first = client.accepted(file.toString().getBytes(UTF_8));
    var second = client.accepted(file.toString().getBytes(UTF_8));
    var one = client.await(first);
    var two = client.await(second);
    assertEquals(3_000, count("contact") - before);
    assertEquals(3_000, one.get("created").asInt() + two.get("created").asInt());
    assertEquals(0, one.get("rejected").asInt() + two.get("rejected").asInt());
  }

  @Test void aWorkbookIsImported() throws Exception {
    var view = client.await(client.accepted(Workbooks.contacts(), "defaultRegion", "GT"));
    assertEquals("XLSX", view.get("format").asText());
    assertEquals(2, view.get("rows").asInt());
    assertEquals("José Ñañez", byPhone("+50255501234").name());
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(textBlock = """
      empty,            '',                              422, empty
      no identity,      'nombre\nAna',                   422, no_identity
      no headings,      '+50255501234,Ana',              422, no_headings
      web page,         '<html><table>',                 422, web_page
      """)
  void whatIsNoContactFileIsRefusedAtOnce(String label, String file, int status, String code) throws Exception {
    var response = client.post(file.getBytes(UTF_8));
    assertEquals(status, response.statusCode());
    assertEquals("application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    assertTrue(response.body().contains("\"code\":\"" + code + "\""), response.body());
  }

  @Test void tenThousandColumnsAreRefusedAtOnce() throws Exception {
    var columns = new StringBuilder("phone");
    var cells = new StringBuilder("+50255519501");
    for (int i = 1; i < 10_000; i++) {
      columns.append(",c").append(i);
      cells.append(",x");
    }
    var refused = client.post((columns + "\n" + cells + "\n").getBytes(UTF_8));
    assertEquals(422, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("\"code\":\"too_many_columns\""), refused.body());
  }

  @Test void aZipUnderAnotherNameIsToldApart() throws Exception {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("contactos.csv"));
      zip.write("phone\n+50255519601\n".getBytes(UTF_8));
    }
    var refused = client.post(bytes.toByteArray());
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("\"code\":\"zip\""), refused.body());
  }

  @ParameterizedTest(name = "{0}={1}: 400")
  @CsvSource({"mode,replace", "dryRun,perhaps", "defaultRegion,Narnia", "mapping,[1]", "mapping,{"})
  void parametersThatCannotBeAreRefused(String name, String value) throws Exception {
    var response = client.post("phone\n+50255501234\n".getBytes(UTF_8), name, value);
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("\"pointer\":\"/" + name + "\""), response.body());
  }

  @Test void aRequestWithoutAFileOrATokenIsRefused() throws Exception {
    assertEquals(400, client.post(null, "mode", "add").statusCode());
    assertEquals(401, client.send(HttpRequest.newBuilder(server.getURI().resolve("/api/v1/contacts/imports")).GET()).statusCode());
    assertEquals(404, client.get("/1").statusCode());
    assertEquals(404, client.get("/1/errors.csv").statusCode());
  }

  @Test void headingsOnlyIsAnImportOfNobody() throws Exception {
    assertEquals("DONE rows=0 created=0 updated=0 unchanged=0 rejected=0", ImportClient.counts(client.done("nombre,teléfono\n")));
  }

  @Test void whatIsOverCannotBeCancelledAndTheListShowsIt() throws Exception {
    var view = client.done("phone\n+50255516001\n");
    assertEquals(409, client.cancel(view.get("id").asText()).statusCode());
    assertTrue(client.get("?limit=1").body().contains("\"next\":\""));
  }

  @Test void aFileThatWasBroughtInIsNotKept() throws Exception {
    client.done("phone\n+50255517001\n");
    client.done("phone\n+50255517002\n", "dryRun", "true");
    try (var connection = TestServer.connect(); var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM contact_import_piece p JOIN contact_import i ON i.file_id = p.file_id WHERE i.dry_run = 0 AND i.state = 'DONE'")) {
      rows.next();
      assertEquals(0, rows.getLong(1));
    }
  }

  @Test void nothingOfAFileLiesOpenInTheDatabase() throws Exception {
    client.done("name,phone,email\nZoilaUnica,+50255518001,zoila.unica@example.org\nMalaUnica,12,\n", "dryRun", "true");
    try (var connection = TestServer.connect(); var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT content FROM contact_import_piece UNION ALL SELECT content FROM contact_import_problem")) {
      while (rows.next()) {
        var text = new String(rows.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("Unica") || text.contains("50255518001"));
      }
    }
  }
}
