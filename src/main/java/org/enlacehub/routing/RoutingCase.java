package org.enlacehub.routing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.platform.config.CsvConfig;
import org.enlacehub.platform.config.Findings;

/**
 * A piece of evidence of which a person has said where its sender is.
 *
 * @param kind what the input is
 * @param country ISO 3166-1; empty when it cannot be known, so that Enlace must ask
 * @param area ISO 3166-2; empty likewise
 */
record RoutingCase(String id, Kind kind, String input, String country, String area) {

  /** The names that the column {@code kind} may hold. */
  enum Kind { text, postalCode, phone, pin }

  /** Reads a CSV file with the columns id, kind, input, country, area; what is wrong goes to the findings. */
  static List<RoutingCase> read(Path file, Findings findings) {
    var cases = new ArrayList<RoutingCase>();
    for (var row : CsvConfig.read(file, file.toString(), findings, "id", "kind", "input", "country", "area")) {
      var kind = java.util.Arrays.stream(Kind.values()).filter(k -> k.name().equals(row.get("kind"))).findFirst();
      if (kind.isEmpty()) {
        findings.add(file.toString(), row.line(), "The kind '" + row.get("kind") + "' is unknown.",
            "Write text, postalCode, phone or pin (latitude,longitude).");
      } else if (kind.get() == Kind.pin && !row.get("input").matches("-?\\d+(\\.\\d+)?, *-?\\d+(\\.\\d+)?")) {
        findings.add(file.toString(), row.line(), "'" + row.get("input") + "' is no pin.", "Write latitude,longitude in degrees.");
      } else {
        cases.add(new RoutingCase(row.get("id"), kind.get(), row.get("input"), row.get("country"), row.get("area")));
      }
    }
    return cases;
  }

  Evidence evidence() {
    return switch (kind) {
      case text -> Evidence.ofText(input);
      case phone -> Evidence.NONE.withPhone(input);
      case postalCode -> Evidence.NONE.withPostalCode(input);
      case pin -> {
        var point = input.split(",");
        yield Evidence.NONE.withPin(Double.valueOf(point[0].strip()), Double.valueOf(point[1].strip()));
      }
    };
  }
}
