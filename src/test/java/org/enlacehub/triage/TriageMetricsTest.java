package org.enlacehub.triage;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules must find those in danger, in messages that were written without knowing the rules as well. */
class TriageMetricsTest {
  private final Triage triage = Triage.load(ConfigFolders.under(Path.of("")));

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      # file,   critical, alarms, precision, category, language
      dev,      0.98,     0.98,   0.90,      0.95,     0.97
      tuning,   0.98,     0.98,   0.90,      0.95,     0.97
      heldout,  0.96,     0.98,   0.90,      0.92,     0.97
      """)
  void findsThoseInDanger(String file, double critical, double alarms, double precision, double category, double language) {
    var findings = new Findings();
    var messages = LabelledMessage.read(Path.of("src/test/resources/fixtures/triage", file + ".csv"), findings);
    findings.throwIfAny();
    var score = TriageScore.of(triage, messages);
    var report = score.table() + String.join("\n", score.misses());
    assertAll(
        () -> assertTrue(score.exactRecallOfCritical() >= critical, report),
        () -> assertTrue(score.recallOfAlarms() >= alarms, report),
        () -> assertTrue(score.precisionOfAlarms() >= precision, report),
        () -> assertTrue(score.category() >= category, report),
        () -> assertTrue(score.language() >= language, report));
  }
}
