package org.enlacehub.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateApiTest implements TestDatabase {
  @Inject @Client("/") HttpClient http;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of(Somebody.ON, "true");
  }

  @Test
  void countsSegmentsAndOffersACheaperSpelling() {
    var answer = post("/api/v1/sms/segments", Map.of("text", "Su cita es “mañana” aquí"));
    assertEquals("UCS-2", answer.get("encoding"));
    assertEquals(24, answer.get("units"));
    assertEquals(1, answer.get("segments"));
    assertEquals(3, ((List<?>) answer.get("offenders")).size());
    assertNull(answer.get("smart"));
    assertEquals("Su cita es \"mañana\" aqui", ((Map<?, ?>) answer.get("plain")).get("text"));
  }

  @Test
  void refusesATextThatIsMissingOrEndless() {
    assertEquals(HttpStatus.BAD_REQUEST, failure("/api/v1/sms/segments", Map.of()).getStatus());
    assertEquals(HttpStatus.BAD_REQUEST, failure("/api/v1/sms/segments", Map.of("text", "a".repeat(16_001))).getStatus());
    assertEquals(0, post("/api/v1/sms/segments", Map.of("text", "")).get("segments"));
  }

  @Test
  void asksWhoIsThere() {
    var refused = catchFailure(HttpRequest.POST("/api/v1/sms/segments", Map.of("text", "a")));
    assertEquals(HttpStatus.UNAUTHORIZED, refused.getStatus());
  }

  @Test
  void listsTemplatesWithTheirLanguages() {
    var answer = http.toBlocking()
        .retrieve(HttpRequest.GET("/api/v1/templates").header("X-Role", "OFFICER"), Argument.mapOf(String.class, Object.class));
    var items = (List<?>) answer.get("items");
    assertEquals(TemplateFiles.load(org.enlacehub.platform.config.ConfigFolders.under(java.nio.file.Path.of(""))).names()
        .size(), items.size());
    var first = (Map<?, ?>) items.getFirst();
    assertEquals(List.of("en", "es"), ((Map<?, ?>) first.get("channels")).get("sms"));
  }

  @Test
  void previewsWithTheTemplatesOwnSamples() {
    var answer = post("/api/v1/templates/pasaporte-por-vencer/preview", Map.of("language", "mam", "channel", "sms"));
    assertTrue(answer.get("body").toString().contains("martes 12 de enero de 2027"), answer::toString);
    assertEquals("GSM-7", answer.get("encoding"));
    assertEquals(2, answer.get("segments"));
    assertEquals("es", answer.get("language"));
    assertEquals("mam", answer.get("asked"));
  }

  @Test
  void previewsAMailWithSubjectAndBothParts() {
    var answer = post("/api/v1/templates/pasaporte-por-vencer/preview",
        Map.of("language", "en", "channel", "email", "sample", Map.of("passport_expires", "2027-03-01")));
    assertEquals("Your passport expires on Monday, March 1, 2027", answer.get("subject"));
    assertTrue(answer.get("html").toString().startsWith("<!doctype html>"));
    assertNull(answer.get("segments"));
  }

  @Test
  void listsEveryValueThatASampleLacks() {
    var refused = failure("/api/v1/templates/consulado-movil/preview",
        Map.of("channel", "sms", "sample", Map.of("place", "Fresno", "event_start", "pronto")));
    assertEquals(HttpStatus.BAD_REQUEST, refused.getStatus());
    var problem = refused.getResponse().getBody(Map.class).orElseThrow();
    var pointers = ((List<?>) problem.get("errors")).stream()
        .map(e -> ((Map<?, ?>) e).get("pointer") + " " + ((Map<?, ?>) e).get("code")).sorted().toList();
    assertEquals(List.of("/sample/address missing", "/sample/event_end missing", "/sample/event_start invalid",
        "/sample/services missing"), pointers);
    assertEquals("application/problem+json", refused.getResponse().getContentType().map(MediaType::getName).orElse(null));
  }

  @Test
  void saysWhatItDoesNotKnow() {
    assertEquals(HttpStatus.NOT_FOUND, failure("/api/v1/templates/pasaporte-por-vencerse/preview", Map.of()).getStatus());
    assertEquals(HttpStatus.BAD_REQUEST,
        failure("/api/v1/templates/voto-exterior/preview", Map.of("channel", "fax")).getStatus());
    assertEquals(HttpStatus.NOT_FOUND, failure("/api/v1/templates/voto-exterior/preview", Map.of("contactId", "x")).getStatus());
  }

  private Map<String, Object> post(String path, Object body) {
    return http.toBlocking()
        .retrieve(HttpRequest.POST(path, body).header("X-Role", "COMMUNICATION"), Argument.mapOf(String.class, Object.class));
  }

  private HttpClientResponseException failure(String path, Object body) {
    return catchFailure(HttpRequest.POST(path, body).header("X-Role", "COMMUNICATION"));
  }

  private HttpClientResponseException catchFailure(HttpRequest<?> request) {
    HttpClientResponseException caught = null;
    try {
      http.toBlocking().exchange(request, Argument.mapOf(String.class, Object.class), Argument.of(Map.class));
    } catch (HttpClientResponseException e) {
      caught = e;
    }
    assertNotNull(caught, "the request should have been refused");
    return caught;
  }
}
