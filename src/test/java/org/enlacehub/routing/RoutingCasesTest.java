package org.enlacehub.routing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases with known answers: the share that is right, and none that is wrong with confidence. */
class RoutingCasesTest {
  private static final double CONFIDENT = 0.6;
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures/routing");
  private static final Routing ROUTING = ShippedRouting.ROUTING;

  /** A case: what is sent, and what must be told; an empty country or area cannot be known. */
  private record Case(String id, String kind, String input, String country, String area) {

    RoutingDecision decide() {
      return ROUTING.explain(switch (kind) {
        case "text" -> Evidence.ofText(input);
        case "phone" -> Evidence.NONE.withPhone(input);
        case "postalCode" -> Evidence.NONE.withPostalCode(input);
        case "pin" -> Evidence.NONE.withPin(Double.valueOf(input.split(",")[0]), Double.valueOf(input.split(",")[1]));
        default -> throw new IllegalArgumentException(kind);
      });
    }

    boolean right(RoutingDecision decision) {
      return decision.country().equals(country) && decision.area().equals(area);
    }

    String told(RoutingDecision decision) {
      return "%s %s: expected %s %s, told %s %s %s (%.2f)".formatted(id, input, country, area, decision.country(),
          decision.area(),
          decision.place(), decision.confidence());
    }
  }

  @ParameterizedTest(name = "{0}: at least {1} right")
  @CsvSource({"development.csv, 0.98", "held-out.csv, 0.97", "held-out-2.csv, 0.97", "held-out-3.csv, 0.97",
      "held-out-4.csv, 0.97", "held-out-5.csv, 0.97", "no-place.csv, 0.97"})
  void isRightAndNeverConfidentlyWrong(String file, double share) throws Exception {
    var misses = new ArrayList<String>();
    var confident = new ArrayList<String>();
    int all = 0;
    for (var item : cases(file).toList()) {
      var decision = item.decide();
      all++;
      if (!item.right(decision)) {
        misses.add(item.told(decision));
        if (decision.confidence() >= CONFIDENT) {
          confident.add(item.told(decision));
        }
      }
    }
    assertTrue(all - misses.size() >= share * all, () -> String.join("\n", misses));
    assertTrue(confident.isEmpty(), () -> "wrong with confidence:\n" + String.join("\n", confident));
  }

  private static Stream<Case> cases(String file) throws Exception {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(FIXTURES.resolve(file))) {
      return csv.stream().map(r -> new Case(r.getField("id"), r.getField("kind"), r.getField("input"), r.getField("country"),
          r.getField("area"))).toList().stream();
    }
  }
}
