package org.enlacehub.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriageApiTest implements TestDatabase {
  @Inject @Client("/") HttpClient http;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("triage-api-test", "true");
  }

  /** Lets a request say who it is from. */
  @Singleton
  @Requires(property = "triage-api-test")
  static class Somebody implements AuthenticationFetcher<HttpRequest<?>> {
    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
      var role = request.getHeaders().get("X-Role");
      return role == null ? Mono.empty() : Mono.just(Authentication.build("somebody", List.of(role)));
    }
  }

  @Test
  void explainsAVerdictByTheWordsThatCausedIt() {
    var text = "La migra se llevó a mi hermano 😢";
    var answer = explain(text);
    assertEquals("es", answer.get("language"));
    assertEquals("DETENTION", answer.get("topic"));
    assertEquals("DET", answer.get("category"));
    assertEquals(2, answer.get("severity"));
    assertTrue(((List<?>) answer.get("flags")).contains("THIRD_PARTY"));
    var because = (List<?>) answer.get("because");
    assertFalse(because.isEmpty());
    var first = (Map<?, ?>) because.getFirst();
    assertEquals(text.substring((int) first.get("start"), (int) first.get("end")), first.get("matched"));
  }

  @Test
  void refusesATextThatIsBlankOrEndless() {
    assertEquals(HttpStatus.BAD_REQUEST, failure(asking(" \n")).getStatus());
    assertEquals(HttpStatus.BAD_REQUEST, failure(asking("a".repeat(10_001))).getStatus());
    assertEquals("application/problem+json",
        failure(asking("")).getResponse().getContentType().orElseThrow().getName());
    assertEquals("OTH", explain("a".repeat(10_000)).get("category"));
  }

  @Test
  void asksWhoIsThere() {
    assertEquals(HttpStatus.UNAUTHORIZED, failure(
        HttpRequest.POST("/api/v1/triage/explain", Map.of("text", "hola"))).getStatus());
  }

  private Map<String, Object> explain(String text) {
    return http.toBlocking().retrieve(asking(text), Argument.mapOf(String.class, Object.class));
  }

  private static MutableHttpRequest<?> asking(String text) {
    return HttpRequest.POST("/api/v1/triage/explain", Map.of("text", text)).header("X-Role", "OFFICER");
  }

  private HttpClientResponseException failure(HttpRequest<?> request) {
    return assertThrows(HttpClientResponseException.class,
        () -> http.toBlocking().exchange(request, Argument.mapOf(String.class, Object.class),
        Argument.mapOf(String.class, Object.class)));
  }
}
