package org.enlacehub.template.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.enlacehub.template.Somebody;
import org.enlacehub.template.Templates;
import org.enlacehub.testing.TestDatabase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplatePagesTest implements TestDatabase {
  @Inject @Client("/") HttpClient http;
  @Inject Templates templates;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of(Somebody.ON, "true");
  }

  @Test
  void theListShowsEveryTemplateWithItsLanguages() {
    var page = get("/plantillas");
    assertEquals(templates.names().size(), page.select("tbody tr").size());
    var row = page.select("tbody tr").stream().filter(r -> r.text().contains("pasaporte-por-vencer")).findFirst().orElseThrow();
    assertEquals(List.of("es", "en"), row.select("td[data-label=WhatsApp] .tag").eachText());
    assertTrue(row.select("td[data-label=SMS]").text().contains("2 segmentos"));
  }

  @Test
  void everyTemplateHasAPageInEachLanguage() {
    for (var name : templates.names()) {
      for (var language : List.of("es", "en")) {
        var page = get("/plantillas/" + name + "?idioma=" + language);
        assertEquals(templates.get(name).channels().size(), page.select("section.card").size(), name);
        assertFalse(page.text().contains("template."), name + " lacks a text of the interface");
      }
    }
  }

  @Test
  void aMailIsShownWithoutRunningAnythingInIt() {
    var frame = get("/plantillas/pasaporte-por-vencer").selectFirst("iframe");
    assertEquals("", frame.attr("sandbox"));
    assertTrue(frame.attr("srcdoc").startsWith("<!doctype html>"));
  }

  @Test
  void previewsFollowTheValuesThatOneTypes() {
    var page = post("/plantillas/pasaporte-por-vencer?idioma=es",
        Map.of("passport_expires", "2027-05-01", "given_name", "<b>Ana</b>"));
    assertTrue(page.selectFirst("#sms .bubble-text").text()
        .contains("<b>Ana</b>, su pasaporte vence el sabado 1 de mayo de 2027"), page::text);
    var wrong = post("/plantillas/pasaporte-por-vencer?idioma=es", Map.of("passport_expires", "pronto"));
    assertEquals("No es un valor válido: passport_expires", wrong.selectFirst(".problem li").text());
  }

  @Test
  void theCounterOffersACheaperText() {
    var page = post("/plantillas/contador", Map.of("text", "Su cita es “mañana” en el salón único"));
    assertTrue(page.selectFirst("#result").text().contains("UCS-2, 37 de 70 unidades"), page::text);
    assertEquals("Su cita es \"mañana\" en el salon unico", page.selectFirst("#result input[name=text]").attr("value"));
    assertTrue(post("/plantillas/contador", Map.of("text", "Hola")).selectFirst("#result").text().contains("Todas las letras"));
  }

  @Test
  void whatsAppMarksAreReadAsThePhoneReadsThem() {
    assertEquals(List.of(new Span("a ", false, false), new Span("fuerte", true, false), new Span(" y ", false, false),
        new Span("leve", false, true),
        new Span(" 2*3*4 snake_case_x", false, false)), Span.of("a *fuerte* y _leve_ 2*3*4 snake_case_x"));
  }

  private Document get(String path) {
    return fetch(HttpRequest.GET(path));
  }

  private Document post(String path, Map<String, String> form) {
    return fetch(HttpRequest.POST(path, form).contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .header("Sec-Fetch-Site", "same-origin"));
  }

  private Document fetch(MutableHttpRequest<?> request) {
    return Jsoup.parse(http.toBlocking().retrieve(request.header("X-Role", "COMMUNICATION").accept(MediaType.TEXT_HTML)));
  }
}
