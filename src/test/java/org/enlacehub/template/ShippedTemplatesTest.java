package org.enlacehub.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.ConfigFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that ships, in every language and channel. */
class ShippedTemplatesTest {
  static final List<String> CAMPAIGNS = List.of("pasaporte-por-vencer", "consulado-movil", "recordatorio-cita", "rutas-regulares",
      "conozca-sus-derechos", "emergencia-esta-a-salvo", "alerta-fraude", "registro-nacimiento", "voto-exterior",
          "encuesta-satisfaccion");
  static final List<String> ANSWERS = List.of("acuse-recibo", "acuse-urgente", "acuse-urgente-neutral", "acuse-detencion",
      "pregunta-lugar",
      "ayuda", "baja-confirmada", "alta-confirmada", "respuesta-oficial", "respuesta-lista", "fuera-de-horario",
      "lugar-apartado", "lista-de-espera", "lugar-libre", "lugar-devuelto", "recordatorio-jornada", "alerta-turno");
  /** What officers get, by mail alone. */
  static final List<String> MAILS = List.of("aviso-consulta");
  static final Templates TEMPLATES = TemplateFiles.load(ConfigFolders.under(Path.of("")));

  static Stream<Arguments> texts() {
    return TEMPLATES.all().stream()
        .flatMap(t -> t.channels().stream().flatMap(m -> t.languages(m).stream().map(l -> Arguments.of(t.name(), l, m))));
  }

  @Test
  void theyAreAllThereInTwoLanguagesAndThreeMedia() {
    for (var name : Stream.of(CAMPAIGNS, ANSWERS, MAILS).flatMap(List::stream).toList()) {
      var template = TEMPLATES.get(name);
      assertEquals(MAILS.contains(name) ? List.of(Channel.EMAIL) : List.of(Channel.values()), template.channels(), name);
      template.channels().forEach(m -> assertEquals(List.of("en", "es"), template.languages(m), name));
      assertFalse(template.title("en").isBlank());
      assertFalse(template.head().topic().isBlank());
    }
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("texts")
  void readsWellForAPersonWhomWeKnowAndForOneWhomWeDoNot(String name, String language, Channel channel) {
    var template = TEMPLATES.get(name);
    var required = new HashMap<>(template.samples(language));
    template.variables().stream().filter(v -> !v.required()).forEach(v -> required.remove(v.name()));
    for (var values : List.of(template.samples(language), required)) {
      var rendered = template.render(language, channel, values);
      assertTrue(rendered.body().contains("Guatemala"), "says who writes");
      for (var part : Stream.of(rendered.body(), rendered.subject(), rendered.html()).filter(p -> p != null).toList()) {
        assertFalse(part.contains("{{") || part.contains("}}") || part.contains("null"), part);
        assertFalse(part.matches("(?s).*[.,]{2}.*|.* [.,:;].*") && !part.contains("..."), part);
      }
    }
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("texts")
  void anSmsStaysInTwoCheapSegmentsWithTheLongestNames(String name, String language, Channel channel) {
    if (channel != Channel.SMS || name.equals("respuesta-oficial")) {
      return;
    }
    var template = TEMPLATES.get(name);
    var values = new HashMap<>(template.samples(language));
    values.put("consulate_name", "Sección consular de la Embajada en San Salvador");
    values.put("given_name", "María Guadalupe");
    var segments = template.render(language, channel, values).segments();
    assertEquals("GSM-7", segments.encoding().label());
    assertTrue(segments.segments() <= 2, () -> segments.units() + " units");
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("texts")
  void aCampaignSaysHowToStop(String name, String language, Channel channel) {
    if (CAMPAIGNS.contains(name)) {
      var template = TEMPLATES.get(name);
      var body = template.render(language, channel, template.samples(language)).body();
      assertTrue(channel == Channel.EMAIL ? body.contains("/u/") : body.contains(language.equals("es") ? "ALTO" : "STOP"), body);
    }
  }

  @Test
  void theNeutralAnswerNamesNoDanger() {
    var template = TEMPLATES.get("acuse-urgente-neutral");
    for (var channel : Channel.values()) {
      for (var language : List.of("es", "en")) {
        var body = template.render(language, channel, template.samples(language)).body().toLowerCase();
        for (var word : List.of("urgen", "emergen", "peligro", "danger", "ayuda", "help", "violen", "911", "segur", "safe")) {
          assertFalse(body.contains(word), body);
        }
      }
    }
  }

  @Test
  void noSentenceShipsInALanguageThatNobodyHasChecked() {
    TEMPLATES.all().forEach(t -> t.channels()
        .forEach(m -> assertTrue(List.of("en", "es").containsAll(t.languages(m)), t.name())));
  }

  @Test
  void aSampleCampaignReadsLikeThis() {
    var template = TEMPLATES.get("pasaporte-por-vencer");
    assertEquals("""
        Consulado General en Los Angeles (Guatemala): Rosa, su pasaporte vence el martes 12 de enero de 2027. Ya puede pedir cita para renovarlo.
        Cita: https://citas.example/pasaporte
        ¿Tiene preguntas? Responda este mensaje. Responda ALTO para no recibir avisos.""",
        template.render("quc", Channel.SMS, template.samples("es")).body());
  }
}
