package org.enlacehub.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.enlacehub.platform.config.ConfigFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriageTest {
  private final Triage triage = Triage.load(ConfigFolders.under(Path.of("")));

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      me robaron el pasaporte en el bus                           | DOC | 3
      me robaron la idea jaja                                     | OTH | 4
      perdí mi pasaporte                                          | DOC | 3
      se perdió mi hermano en el desierto desde ayer              | MIS | 1
      mi esposo me ayuda con los papeles del pasaporte            | DOC | 4
      mi esposo me pega                                           | GBV | 2
      mi trámite de pasaporte está detenido                       | DOC | 4
      mi hermano está detenido en la cárcel                       | DET | 2
      no me han detenido, qué hago si me para la migra            | MIG | 4
      no sé si lo agarró la migra, mi hermano no contesta         | DET | 2
      hace 3 años me deportaron, cómo renuevo mi pasaporte        | DOC | 4
      me muero de la risa                                         | OTH | 4
      ya no quiero vivir                                          | SUI | 1
      se trata de mi partida de nacimiento                        | DOC | 4
      ya no me escriban                                           | OPT | 4
      no quiero parar mi trámite de pasaporte                     | DOC | 4
      me robaron el pasaporte hace dos años                       | DOC | 4
      se me perdió la tarjeta consular                            | DOC | 4
      me agarró la tarde, ya voy                                  | OTH | 4
      me da pena molestar otra vez                                | OTH | 4
      a mi primo lo agarró la migra en la carretera               | DET | 2
      cómo ayuda el consulado a los presos                        | INF | 4
      nos vemos a las 10 allá                                     | OTH | 4
      vi el video de un secuestro, es viejo                       | OTH | 4
      """)
  void tellsAnEventFromWordsThatSoundLikeIt(String text, String category, int severity) {
    var verdict = triage.assess(text);
    assertEquals(category + severity, verdict.category() + verdict.severity(), verdict.toString());
  }

  @Test
  void looksForDangerBeforeItTakesAnOptOut() {
    var verdict = triage.assess("ya no me escriban, me va a matar");
    assertTrue(verdict.alarm());
    assertEquals("GBV", verdict.category());
    assertTrue(verdict.flags().contains("UNSAFE_TO_REPLY"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {
      "la migra se llevó a mi hermano", "LA MIGRA SE LLEVO A MI HERMANO",
      "la mijra se yevo ami ermano", "la migraaa se llevó a mi hno!!!",
      "lá mígrá sé llévó á mí hérmánó", "la migra se lleevo a mi hermano"})
  void readsThroughSpelling(String text) {
    var verdict = triage.assess(text);
    assertEquals("DET", verdict.category(), verdict.toString());
    assertTrue(verdict.alarm());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"es, cuanto cuesta el pasaporte", "en, how much is the passport", "es, kiero sacar mi dpi xfa", 
      "en, pls help my dad got arrested",
      "quc, maltyox", "kek, b'antiox", "kek, b’antiox", "mam, chjonte", "cak, matyox", "und, 👍",
      "und, 12345", "es, hola", "en, STOP", "es, BAJA"})
  void tellsTheLanguage(String language, String text) {
    assertEquals(language, triage.assess(text).language());
  }

  @Test
  void letsAPersonLookAtAMayanTextThatItCannotJudge() {
    var verdict = triage.assess("kinwaj jun nima tob'anik chawe");
    assertTrue(verdict.alarm());
    assertTrue(verdict.flags().contains("INDIG_LANG"));
    assertFalse(triage.assess("maltyox").alarm());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"MINOR, mi niña de 8 años cruzó sola", 
      "PREGNANT, estoy embarazada y detenida", "THIRD_PARTY, agarraron a mi hermano",
      "NO_SALDO, se me acaba la bateria estoy en el desierto", "DISABILITY, mi hermano sordo esta detenido"})
  void flagsCircumstances(String flag, String text) {
    assertTrue(triage.assess(text).flags().contains(flag));
  }

  @Test
  void showsTheWordsThatItWentBy() {
    var text = "Buenas. 😢 Secuestraron a mi hijo en Reynosa, ¿qué hago?";
    var because = triage.assess(text).because();
    assertTrue(because.stream().anyMatch(
        r -> r.rule().startsWith("kid-") && r.matched().contains("Secuestraron")), because.toString());
    because.forEach(r -> assertEquals(r.matched(), text.substring(r.start(), r.end())));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", " ", "👍👍🔥", "مرحبا كيف حالك", "שלום", "h̸̢̛e̵l̷l̶o̸ ̵z̷a̸l̶g̵o̴", 
      "<script>alert('x')</script>", "'; DROP TABLE contact; --", "\u0000\uFFFF\uD800",
      "…", "1", "''''''", "=*|&..", "MIGRA .. FAMILIAR", "İstanbul ẞ ﬁ"})
  void standsAnyText(String text) {
    var verdict = triage.assess(text);
    assertTrue(verdict.severity() >= 1 && verdict.severity() <= 4);
    verdict.because().forEach(r -> assertEquals(r.matched(), text.substring(r.start(), r.end())));
  }

  @Test
  void standsNothingAndTooMuch() {
    assertEquals("OTH", triage.assess(null).category());
    assertTrue(triage.assess("ayuda ".repeat(300)).alarm());
    triage.assess("a".repeat(1_600));
    triage.assess("mi hermano no contesta y la migra ".repeat(300));
  }

  @Test
  void answersTheSameOnManyThreads() throws Exception {
    var text = "el coyote tiene a mi hijo y pide 5 mil dolares";
    var expected = triage.assess(text);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers = threads.invokeAll(IntStream.range(0, 200)
          .<java.util.concurrent.Callable<Verdict>>mapToObj(_ -> () -> triage.assess(text)).toList());
      for (var answer : answers) {
        assertEquals(expected, answer.get());
      }
    }
  }
}
