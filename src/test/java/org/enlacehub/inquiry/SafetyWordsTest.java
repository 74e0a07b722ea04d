package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.enlacehub.routing.Evidence;
import org.enlacehub.routing.Routing;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.triage.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody in danger is told at once: one question, and never for what they have said already. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafetyWordsTest implements TestDatabase {
  @Inject SafetyWords safety;
  @Inject FirstAnswer firstAnswer;
  @Inject Routing routing;
  @Inject Triage triage;
  @Inject Inquirers inquirers;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  private SafetyWords.Said said(String text) {
    var person = inquirers.person();
    var inquiry = inquirers.writes(person, text);
    return firstAnswer.said(inquiry, routing.explain(Evidence.NONE.withText(text)), text, true);
  }

  @ParameterizedTest(name = "{0}, place said: {2}")
  @CsvSource(delimiter = '|', textBlock = """
      KID | la tienen secuestrada y piden dinero             | false | Dónde fue la última vez
      KID | la tienen secuestrada y piden dinero             | true  | Cuándo supo
      KID | desde ayer la tienen secuestrada                 | true  | Cómo se llama
      DET | detuvieron a mi hermano                          | false | dónde detuvieron
      DET | detuvieron a mi hermano                          | true  | fecha de nacimiento
      SUI | ya no quiero vivir                               | false | Hay alguien con usted
      SUI | ya no quiero vivir, estoy sola                   | false | En qué ciudad
      SUI | ya no quiero vivir, estoy sola                   | true  | A qué número
      MED | mi papa esta grave                               | false | En qué hospital
      MED | mi papa esta grave en el hospital                | false | En qué ciudad
      STR | estamos perdidos                                 | false | Dónde está
      STR | somos cuatro y estamos perdidos                  | true  | herido
      ZZZ | ayuda                                            | false | En qué ciudad
      ZZZ | ayuda                                            | true  | Quién más
      """)
  void onlyWhatWasNotSaidIsAsked(String category, String text, boolean place, String asked) {
    var question = safety.of(category, "US", "es", text, place).question();
    assertTrue(question.contains(asked), question);
  }

  @Test
  void thePlaceIsNotAskedOfWhoSaidIt() {
    assertFalse(said("ayudenme por favor estoy en peligro en houston texas").question().contains("ciudad"));
    assertTrue(said("ayudenme por favor estoy en peligro").question().contains("ciudad"));
    assertTrue(said("ayudenme por favor estoy en peligro, voy para houston texas").question().contains("ciudad"), "going there is not being there");
  }

  @Test
  void theWordsAreOfTheLanguageAndOfTheCountry() {
    assertTrue(safety.of("SUI", "US", "en", "", false).sentence().contains("988"));
    assertFalse(safety.of("SUI", "MX", "es", "", false).sentence().contains("988"));
    assertEquals(safety.of("MED", "US", "es", "", false), safety.of("MED", "US", "quc", "", false), "Spanish where nothing is written in the language");
  }
}
