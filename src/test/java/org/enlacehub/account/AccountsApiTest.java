package org.enlacehub.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsApiTest implements TestDatabase {
  private static final String BOOTSTRAP = "first-administrators-token";
  @Inject EmbeddedServer server;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.admin-token", BOOTSTRAP);
  }

  @Test
  void theFirstTokenMakesAnAccountAndTheAccountATokenOfItsOwn() {
    var made = api(BOOTSTRAP).postJson("/api/v1/accounts",
        "{\"name\": \"Ana\", \"email\": \"ana@example.org\", \"roles\": [\"consulate_officer\", \"Admin\"], \"desk\": \"GT-US-LAX\"}");
    assertEquals(201, made.statusCode(), made.body());
    var id = field(made, "id");
    var issued = api(BOOTSTRAP).postJson("/api/v1/accounts/" + id + "/tokens", "{}");
    assertEquals(201, issued.statusCode(), issued.body());
    var own = field(issued, "token");
    var list = api(own).get("/api/v1/accounts?limit=1");
    assertEquals(200, list.statusCode(), list.body());
    assertTrue(list.body().contains("\"next\""), list.body());
    assertEquals(401, api(own + "x").get("/api/v1/accounts").statusCode());
    assertEquals(303, api(own).with("Accept", "text/html").get("/ajustes/personas").statusCode(), "tokens open the API only");
  }

  @Test
  void aTokenWithoutBodyOrToReadOnlyKeepsWithinItsReach() {
    var id = field(api(BOOTSTRAP).postJson("/api/v1/accounts", "{\"name\": \"B\", \"email\": \"b@example.org\", \"roles\": [\"ADMINISTRATOR\"]}"), "id");
    var reading = field(api(BOOTSTRAP).postJson("/api/v1/accounts/" + id + "/tokens", "{\"scopes\": [\"read\"]}"), "token");
    assertEquals(200, api(reading).get("/api/v1/accounts").statusCode());
    var refused = api(reading).postJson("/api/v1/accounts", "{}");
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("insufficient-scope"), refused.body());
    assertEquals(400, api(BOOTSTRAP).postJson("/api/v1/accounts/" + id + "/tokens", "{\"expires\": \"2001-01-01T00:00:00Z\"}").statusCode());
    assertEquals(404, api(BOOTSTRAP).postJson("/api/v1/accounts/12/tokens", "{}").statusCode());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      nothing             | {}                                                                                        | /name /email /roles
      an odd role         | {"name": "A", "email": "c@example.org", "roles": ["officer", "king"]}                     | /roles/1
      no desk             | {"name": "A", "email": "c@example.org", "roles": ["officer"]}                             | /desk
      a desk that is none | {"name": "A", "email": "c@example.org", "roles": ["officer"], "desk": "Los Angeles"}      | /desk
      a short password    | {"name": "A", "email": "c@example.org", "roles": ["admin"], "password": "short"}          | /password
      no address          | {"name": "A", "email": "c at example", "roles": ["admin"]}                                | /email
      """)
  void saysWhatIsWrongAndWhere(String label, String body, String pointers) {
    var refused = api(BOOTSTRAP).postJson("/api/v1/accounts", body);
    assertEquals(400, refused.statusCode(), refused.body());
    assertEquals("application/problem+json", refused.headers().firstValue("content-type").orElseThrow());
    for (var pointer : pointers.split(" ")) assertTrue(refused.body().contains("\"" + pointer + "\""), refused.body());
  }

  @Test
  void oneAddressIsOneAccount() {
    var body = "{\"name\": \"D\", \"email\": \"d@example.org\", \"roles\": [\"communication\"]}";
    assertEquals(201, api(BOOTSTRAP).postJson("/api/v1/accounts", body).statusCode());
    assertEquals(409, api(BOOTSTRAP).postJson("/api/v1/accounts", body.replace("d@", "D@")).statusCode());
  }

  @Test
  void theDatabaseHoldsNoNameNoAddressAndNoToken() throws SQLException {
    var id = field(api(BOOTSTRAP).postJson("/api/v1/accounts", "{\"name\": \"Zoila Marca\", \"email\": \"zoila@example.org\", \"roles\": [\"admin\"]}"), "id");
    var token = field(api(BOOTSTRAP).postJson("/api/v1/accounts/" + id + "/tokens", "{}"), "token");
    for (var table : new String[] {"staff", "api_token", "audit_entry"}) {
      try (var connection = TestServer.connect(); var rows = connection.createStatement().executeQuery("SELECT * FROM " + table)) {
        while (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            var value = new String(rows.getBytes(i) == null ? new byte[0] : rows.getBytes(i), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertFalse(value.contains("Zoila") || value.contains("zoila") || value.contains(token), table);
          }
        }
      }
    }
  }

  private Browserless api(String token) {
    return new Browserless(server.getURI()).with("Sec-Fetch-Site", null).with("Accept", "application/json").with("Authorization", "Bearer " + token);
  }

  private static String field(HttpResponse<String> response, String name) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(response.body());
    assertTrue(found.find(), response.body());
    return found.group(1);
  }
}
