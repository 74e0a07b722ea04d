package org.enlacehub.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.enlacehub.platform.config.Findings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases with known answers: the share that is right, and none that is wrong with confidence. */
class RoutingCasesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures/routing");

  @ParameterizedTest(name = "{0}: at least {1} right")
  @CsvSource({"development.csv, 0.98", "held-out.csv, 0.97", "held-out-2.csv, 0.97", "held-out-3.csv, 0.97",
      "held-out-4.csv, 0.97", "held-out-5.csv, 0.97", "held-out-6.csv, 0.94", "held-out-7.csv, 0.97",
      "no-place.csv, 0.97"})
  void isRightAndNeverConfidentlyWrong(String file, double share) {
    var findings = new Findings();
    var score = RoutingScore.of(ShippedRouting.ROUTING, RoutingCase.read(FIXTURES.resolve(file), findings));
    findings.throwIfAny();
    assertTrue(score.right() >= share, () -> String.join("\n", score.misses()));
    assertEquals(List.of(), score.confidentMisses());
  }
}
