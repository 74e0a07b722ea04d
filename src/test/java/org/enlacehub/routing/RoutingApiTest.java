package org.enlacehub.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.account.TokenScope;
import org.enlacehub.account.Tokens;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingApiTest implements TestDatabase {
  private static final Argument<Map<String, Object>> JSON = Argument.mapOf(String.class, Object.class);
  @Inject @Client("/") HttpClient http;
  @Inject Staffs staffs;
  @Inject Tokens tokens;
  private String officer;

  @BeforeAll
  void anOfficer() {
    var by = Actor.system("test");
    var staff = staffs.create(by, new NewStaff("Ana Prueba", "ana@example.org", Set.of(Role.OFFICER), "GT-US-CHI", null, null));
    officer = tokens.issue(by, staff.id(), Set.of(TokenScope.values()), null).secret();
  }

  @Test
  void tellsPlaceMissionConfidenceAndReasons() {
    var body = explain(Map.of("text", "vivo en homestead fl", "phone", "+12135550100"));
    assertEquals("US US-FL Homestead GT-US-MIA", body.get("country") + " " + body.get("area") + " " + body.get("place") + " "
        + body.get("consulate"));
    assertTrue((double) body.get("confidence") > 0.6);
    assertTrue(((List<?>) body.get("because")).getFirst().toString().contains("lives"));
  }

  @Test
  void nothingKnownIsTheCentralDeskAndEmptyTexts() {
    var body = explain(Map.of());
    assertEquals("||GT-MIN", body.get("country") + "|" + body.get("area") + "|" + body.get("consulate"));
    assertTrue(body.get("question").toString().contains("country"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"latitude": 999, "longitude": 0}    | /latitude
      {"latitude": 14.6}                   | /longitude
      {"latitude": 0, "longitude": -181}   | /longitude
      {"phone": "%s"}                      | /phone
      {"postalCode": "%s"}                 | /postalCode
      """)
  void wrongFieldsAreNamed(String json, String pointer) {
    var problem = refused(json.formatted("9".repeat(100)), officer);
    assertEquals(HttpStatus.BAD_REQUEST, problem.getStatus());
    assertTrue(problem.getResponse().getBody(String.class).orElse("").contains(pointer));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{\"text\": 5, \"latitude\": \"north\"}", "[]", "{", "\"text\""})
  void whatIsNoSuchObjectIsABadRequest(String json) {
    assertEquals(HttpStatus.BAD_REQUEST, refused(json, officer).getStatus());
  }

  @Test
  void aFloodOfTextIsReadAsFarAsItMatters() {
    assertEquals("US-TX", explain(Map.of("text", "estoy en houston " + "x ".repeat(5_000))).get("area"));
  }

  @Test
  void strangersAreRefused() {
    assertEquals(HttpStatus.UNAUTHORIZED, refused("{}", "not-a-token").getStatus());
  }

  private Map<String, Object> explain(Map<String, Object> body) {
    return http.toBlocking().retrieve(HttpRequest.POST("/api/v1/routing/explain", body).bearerAuth(officer), JSON);
  }

  private HttpClientResponseException refused(String json, String token) {
    var request = HttpRequest.POST("/api/v1/routing/explain", json).header("Content-Type", "application/json").bearerAuth(token);
    return assertThrows(HttpClientResponseException.class, () ->
        http.toBlocking().exchange(request, Argument.STRING, Argument.STRING));
  }
}
