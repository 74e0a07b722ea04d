package org.enlacehub.triage;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Those in danger must be found. {@code dev} and {@code tuning} are among the examples that triage learns from;
 * {@code heldout} and {@code final} were written for judging only, and no rule or example may be taken from them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriageMetricsTest {
  private final Triage triage = Triage.load(ConfigFolders.under(Path.of("")));

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      # file,   critical, alarms, precision, category, language
      dev,      0.98,     0.98,   0.85,      0.95,     0.98
      tuning,   0.98,     0.98,   0.85,      0.95,     0.98
      heldout,  0.98,     0.98,   0.85,      0.93,     0.98
      final,    0.97,     0.98,   0.85,      0.88,     0.98
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
