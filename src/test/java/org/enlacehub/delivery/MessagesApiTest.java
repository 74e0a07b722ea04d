package org.enlacehub.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Single messages by the API: who may send what to whom, and what is told of it afterwards. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesApiTest implements TestDatabase {
  private static final String ON = "delivery-tests";
  private final StandInCarriers carriers = new StandInCarriers();
  @Inject @Client("/") HttpClient http;
  @Inject People people;
  @Inject Lanes lanes;

  @Override
  public Map<String, String> extraProperties() {
    var all = new HashMap<>(carriers.properties());
    all.put(ON, "true");
    return all;
  }

  @AfterAll
  void close() {
    carriers.close();
  }

  /** The header {@code X-Who: ROLE} or {@code ROLE@DESK} says who asks. */
  @Singleton
  @Requires(property = ON)
  static class Somebody implements AuthenticationFetcher<HttpRequest<?>> {
    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
      var who = request.getHeaders().get("X-Who");
      if (who == null) {
        return Mono.empty();
      }
      var parts = who.split("@");
      var attributes = new HashMap<String, Object>(Map.of(Actor.STAFF_ID, "7"));
      if (parts.length > 1) {
        attributes.put(Actor.DESK, parts[1]);
      }
      return Mono.just(Authentication.build("somebody", List.of(parts[0]), attributes));
    }
  }

  private Map<String, Object> send(String who, Map<String, Object> body) {
    var answer = http.toBlocking().exchange(HttpRequest.POST("/api/v1/messages", body).header("X-Who", who),
        Argument.mapOf(String.class, Object.class));
    assertEquals(HttpStatus.ACCEPTED, answer.getStatus());
    return answer.body();
  }

  private Map<String, Object> get(String who, Object id) {
    return http.toBlocking().retrieve(HttpRequest.GET("/api/v1/messages/" + id).header("X-Who", who),
        Argument.mapOf(String.class, Object.class));
  }

  private HttpStatus refused(String who, Map<String, Object> body) {
    return assertThrows(HttpClientResponseException.class, () -> send(who, body)).getStatus();
  }

  @Test
  void aRepetitionAfterACrashFindsTheFirstMessage() throws SQLException {
    var body = Map.<String, Object>of("to", "+15005551234", "text", "once", "purpose", "service");
    var request = HttpRequest.POST("/api/v1/messages", body).header("X-Who", "COMMUNICATION").header("Idempotency-Key", "crash");
    var first = http.toBlocking().retrieve(request, Argument.mapOf(String.class, Object.class));
    try (var connection = TestServer.connect(); var lost = connection.createStatement()) {
      assertEquals(1, lost.executeUpdate("DELETE FROM idempotency"), "the process died before it kept the answer");
    }
    assertEquals(first.get("id"), http.toBlocking().retrieve(request, Argument.mapOf(String.class, Object.class)).get("id"));
  }

  @Test
  void aMessageToANumberIsQueuedSentAndTold() {
    var queued = send("COMMUNICATION", Map.of("to", "+1 201 555 0150", "text", "Su cita es mañana.", "channel", "sms", "quietHours", false));
    lanes.work("sms-1", Duration.ofSeconds(20), Duration.ofMillis(50));
    var view = get("COMMUNICATION", queued.get("id"));
    assertEquals("sent", view.get("state"));
    assertEquals("Su cita es mañana.", view.get("body"));
    assertEquals(1, ((List<?>) view.get("attempts")).size());
    assertEquals(1, carriers.bookOf("+12015550150").size());
  }

  @Test
  void aTemplateIsFilledInFromTheContact() {
    var person = people.with("phone", People.number(), "given_name", "Rosa");
    var queued = send("ADMINISTRATOR", Map.of("contactId", Long.toString(person.id()), "template", "pasaporte-por-vencer", "params",
        Map.of("passport_expires", "2027-01-12"), "channel", "sms", "quietHours", false));
    lanes.work("sms-1", Duration.ofSeconds(20), Duration.ofMillis(50));
    var body = get("ADMINISTRATOR", queued.get("id")).get("body").toString();
    assertEquals(true, body.contains("Rosa") && body.contains("12 de enero de 2027"), body);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      no recipient,       ,             Hola, , sms
      no text,            +12015550151, ,     , sms
      text and template,  +12015550151, Hola, pasaporte-por-vencer, sms
      unknown template,   +12015550151, ,     pasaporte-por-vencr, sms
      not a number,       12,           Hola, , sms
      wrong channel,      a@example.org, Hola, , sms
      unknown channel,    +12015550151, Hola, , fax
      """)
  void whatIsWrongIsToldAndNothingIsQueued(String label, String to, String text, String template, String channel) {
    var body = new HashMap<String, Object>();
    body.put("to", to);
    body.put("text", text);
    body.put("template", template);
    body.put("channel", channel);
    assertEquals(HttpStatus.BAD_REQUEST, refused("COMMUNICATION", body));
  }

  @Test
  void anOfficerWritesToThePeopleOfTheirOwnDeskOnly() {
    var person = people.with("phone", People.number(), "area", "California", "city", "Los Angeles");
    var own = person.consulate();
    Map<String, Object> body = Map.of("contactId", Long.toString(person.id()), "text", "Hola", "channel", "sms");
    assertEquals(HttpStatus.NOT_FOUND, refused("OFFICER@GT-XX-XXX", body));
    var id = send("OFFICER@" + own, body).get("id");
    assertEquals("queued", get("OFFICER@" + own, id).get("state"));
    assertEquals(HttpStatus.NOT_FOUND,
        assertThrows(HttpClientResponseException.class, () -> get("OFFICER@GT-XX-XXX", id)).getStatus());
    assertEquals(HttpStatus.NOT_FOUND, refused("OFFICER@" + own, Map.of("to", "+12015550152", "text", "Hola", "channel", "sms")));
  }

  @Test
  void nobodyReadsOrSendsWithoutSigningIn() {
    var request = HttpRequest.POST("/api/v1/messages", Map.of("to", "+12015550153", "text", "Hola"));
    assertEquals(HttpStatus.UNAUTHORIZED,
        assertThrows(HttpClientResponseException.class, () -> http.toBlocking().exchange(request)).getStatus());
  }
}
