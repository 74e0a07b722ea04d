package org.enlacehub.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A POST of the API that comes again with its {@code Idempotency-Key}. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTest implements TestDatabase {
  private static final String TOKEN = "first-administrators-token";
  private static final String ACCOUNTS = "/api/v1/accounts";
  @Inject EmbeddedServer server;
  @Inject Idempotency idempotency;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.admin-token", TOKEN);
  }

  @Test
  void aRepetitionGetsTheFirstAnswerAndMakesNothing() throws SQLException {
    var first = post("again", account("ana"));
    var second = post("again", account("ana"));
    assertEquals(201, first.statusCode(), first.body());
    assertEquals(201, second.statusCode(), second.body());
    assertEquals(first.body(), second.body());
    assertEquals(first.headers().firstValue("location"), second.headers().firstValue("location"));
    assertEquals("true", second.headers().firstValue(IdempotencyFilter.REPLAYED).orElse("absent"));
    assertTrue(first.headers().firstValue(IdempotencyFilter.REPLAYED).isEmpty());
    assertEquals(1, count("SELECT COUNT(*) FROM audit_entry WHERE action = 'account.create' AND subject_id = " + id(first)));
  }

  @Test
  void theSameKeyForAnotherRequestIsRefused() {
    assertEquals(201, post("other", account("berta")).statusCode());
    var refused = post("other", account("carla"));
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("idempotency-key-reused"), refused.body());
  }

  @Test
  void afterAnErrorTheKeyIsFree() {
    assertEquals(400, post("mended", "{}").statusCode());
    assertEquals(201, post("mended", account("delia")).statusCode());
  }

  @Test
  void twentyAtOnceMakeOne() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> (Callable<HttpResponse<String>>)
          () -> post("at once", account("elena"))).toList());
      for (var answer : answers) {
        int status = answer.get().statusCode();
        assertTrue(status == 201 || status == 409, status + ": " + answer.get().body());
        assertFalse(answer.get().body().contains("taken"), "a repetition must not be told of its own first try");
      }
    }
    assertEquals(201, post("at once", account("elena")).statusCode());
  }

  @Test
  void anotherCallerWithTheSameKeyIsAnother() {
    var mine = post("shared", account("flor"));
    var issued = api(TOKEN).postJson(ACCOUNTS + "/" + id(mine) + "/tokens", "{}");
    var theirs = api(field(issued, "token")).with(IdempotencyKey.HEADER, "shared").postJson(ACCOUNTS, account("gloria"));
    assertEquals(403, theirs.statusCode(), "an officer makes no accounts: the administrator's answer must not reach them");
    var other = id(post("admin", account("hilda", "ADMINISTRATOR")));
    var admin = field(api(TOKEN).postJson(ACCOUNTS + "/" + other + "/tokens", "{}"), "token");
    var made = api(admin).with(IdempotencyKey.HEADER, "shared").postJson(ACCOUNTS, account("irma"));
    assertEquals(201, made.statusCode(), made.body());
    assertNotEquals(id(mine), id(made));
  }

  @Test
  void whatIsKeptIsSealed() throws SQLException {
    var mine = post("sealed", account("julia"));
    var issued = api(TOKEN).with(IdempotencyKey.HEADER, "token once").postJson(ACCOUNTS + "/" + id(mine) + "/tokens", "{}");
    var again = api(TOKEN).with(IdempotencyKey.HEADER, "token once").postJson(ACCOUNTS + "/" + id(mine) + "/tokens", "{}");
    assertEquals(field(issued, "token"), field(again, "token"));
    try (var connection = TestServer.connect(); var rows = connection.createStatement().executeQuery("SELECT body FROM idempotency")) {
      while (rows.next()) {
        var kept = new String(rows.getBytes(1), StandardCharsets.ISO_8859_1);
        assertFalse(kept.contains(field(issued, "token")) || kept.contains("\"id\""), kept);
      }
    }
  }

  @Test
  void anAttemptThatDiedIsTakenUpAndOneUnderWayIsNot() throws SQLException {
    assertEquals(201, post("died", account("karla")).statusCode());
    update("UPDATE idempotency SET status = NULL, body = NULL");
    assertTrue(post("died", account("karla")).body().contains("request-under-way"), "it may still be worked on");
    update("UPDATE idempotency SET created_at = created_at - INTERVAL 2 MINUTE");
    var carriedOut = post("died", account("karla"));
    assertEquals(409, carriedOut.statusCode());
    assertFalse(carriedOut.body().contains("request-under-way"), "the controller said it: the first try had made the account");
  }

  @Test
  void keysEndAfterADay() throws SQLException {
    post("old", account("lucia"));
    update("UPDATE idempotency SET created_at = created_at - INTERVAL 25 HOUR");
    post("new", account("maria"));
    idempotency.removeOld();
    assertEquals(1, count("SELECT COUNT(*) FROM idempotency"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256})
  void aKeyHasALength(int length) {
    assertEquals(400, post("k".repeat(length), account("nora")).statusCode());
  }

  private HttpResponse<String> post(String key, String body) {
    return api(TOKEN).with(IdempotencyKey.HEADER, key).postJson(ACCOUNTS, body);
  }

  private Browserless api(String token) {
    return new Browserless(server.getURI()).with("Authorization", "Bearer " + token);
  }

  private static String account(String name) {
    return account(name, "COMMUNICATION");
  }

  private static String account(String name, String role) {
    return "{\"name\": \"" + name + "\", \"email\": \"" + name + "@example.org\", \"roles\": [\"" + role + "\"]}";
  }

  private static String id(HttpResponse<String> answer) {
    return field(answer, "id");
  }

  private static String field(HttpResponse<String> answer, String name) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer.body());
    assertTrue(found.find(), answer.body());
    return found.group(1);
  }

  private static void update(String sql) throws SQLException {
    try (var connection = TestServer.connect(); var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static long count(String sql) throws SQLException {
    try (var connection = TestServer.connect(); var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
