package org.enlacehub.consulate;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlacehub.consulate.Consulate.Type;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.CsvConfig;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.territory.GeoPoint;
import org.enlacehub.territory.Territory;

/** Reads {@code config/consulates.csv}. */
final class MissionReader {
  private static final String FILE = "consulates.csv";
  private static final double FAR_KM = 150;

  private final ConfigFolders folders;
  private final Territory territory;
  private final Findings findings;
  private final String display;

  MissionReader(ConfigFolders folders, Territory territory, Findings findings) {
    this.folders = folders;
    this.territory = territory;
    this.findings = findings;
    this.display = folders.display(folders.config().resolve(FILE));
  }

  List<Consulate> read() {
    var result = new ArrayList<Consulate>();
    Map<String, Integer> lines = new HashMap<>();
    int central = 0;
    for (var row : CsvConfig.read(folders.config().resolve(FILE), display, findings,
        "code", "name", "type", "country", "city", "area", "lat", "lon", "timezone", "verified")) {
      var code = row.get("code");
      var earlier = lines.putIfAbsent(code, row.line());
      if (!code.matches("[A-Z]{2}(-[A-Z0-9]{2,8}){1,2}")) {
        report(row, "'" + code + "' is not a mission's code.",
            "Write it like GT-US-LAX: home country, country, place, in capitals.");
      } else if (earlier != null) {
        report(row, "The code " + code + " stands twice; the first is in line " + earlier + ".",
            "Give each mission its own code.");
      }
      var consulate = mission(row, code);
      consulate.ifPresent(result::add);
      central += consulate.filter(Consulate::central).isPresent() ? 1 : 0;
    }
    if (central != 1 && !result.isEmpty()) {
      findings.add(display, 1, central + " rows have the type 'ministry'.",
          "One row must be the ministry's central desk, for what can be routed to nobody else.");
    }
    return result;
  }

  private Optional<Consulate> mission(CsvConfig.Row row, String code) {
    var type = type(row);
    var country = row.get("country");
    var area = row.get("area");
    if (row.get("name").isEmpty()) {
      report(row, "The name is missing.", "Write the mission's name in Spanish.");
    }
    if (territory.country(country).isEmpty()) {
      report(row, "'" + country + "' is not a country.", "Use the two letters of ISO 3166-1, for example US.");
    } else if (!knownArea(country, area)) {
      report(row, "'" + area + "' is not an area of " + country + ".", nearestArea(country, area));
    }
    var zone = zone(row);
    var at = point(row);
    if (!List.of("y", "n").contains(row.get("verified"))) {
      report(row, "'verified' must be y or n.", "Write n until the ministry has confirmed the row.");
    }
    at.filter(_ -> type.isPresent()).ifPresent(point -> nearItsCity(row, country, point));
    return type.isEmpty() || zone.isEmpty() || at.isEmpty() ? Optional.empty()
        : Optional.of(new Consulate(code, row.get("name"), type.get(), country, row.get("city"), area, at.get(), zone.get(),
            row.get("verified").equals("y")));
  }

  private Optional<Type> type(CsvConfig.Row row) {
    var names = Stream.of(Type.values()).map(t -> t.name().toLowerCase(Locale.ROOT)).toList();
    if (names.contains(row.get("type"))) {
      return Optional.of(Type.valueOf(row.get("type").toUpperCase(Locale.ROOT)));
    }
    report(row, "'" + row.get("type") + "' is not a kind of mission.", "Use one of: " + String.join(", ", names) + ".");
    return Optional.empty();
  }

  private Optional<ZoneId> zone(CsvConfig.Row row) {
    var name = row.get("timezone");
    try {
      if (ZoneId.getAvailableZoneIds().contains(name)) {
        return Optional.of(ZoneId.of(name));
      }
    } catch (DateTimeException e) {
      // reported below, as for an unknown zone
    }
    report(row, "'" + name + "' is not a time zone.", Spelling.nearest(name, ZoneId.getAvailableZoneIds())
        .map(n -> "Did you mean " + n + "?").orElse("Use a name of the tz database, for example America/Chicago."));
    return Optional.empty();
  }

  private Optional<GeoPoint> point(CsvConfig.Row row) {
    try {
      var point = GeoPoint.of(Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon")));
      if (point.isPresent()) {
        return point;
      }
    } catch (NumberFormatException e) {
      // reported below, as for figures out of range
    }
    report(row, "'" + row.get("lat") + ", " + row.get("lon") + "' is no point on the earth.",
        "Latitude lies between -90 and 90, longitude between -180 and 180; a decimal point, not a comma.");
    return Optional.empty();
  }

  /** Latitude and longitude swapped, or a lost minus, put a mission on another continent. */
  private void nearItsCity(CsvConfig.Row row, String country, GeoPoint point) {
    var towns = territory.gazetteer().named(org.enlacehub.territory.PlaceNames.key(row.get("city"))).stream()
        .filter(p -> p.country().equals(country)).toList();
    if (!towns.isEmpty() && towns.stream().allMatch(t -> t.at().km(point) > FAR_KM)) {
      report(row, "The point is " + Math.round(towns.getFirst().at().km(point)) + " km away from " + row.get("city") + ".",
          "Check the sign and the order of latitude and longitude.");
    }
  }

  private boolean knownArea(String country, String area) {
    return territory.area(area).filter(a -> a.country().equals(country)).isPresent()
        || (territory.areasOf(country).isEmpty() && area.matches(country + "-[A-Z0-9]{1,3}"));
  }

  private String nearestArea(String country, String area) {
    return Spelling.nearest(area, territory.areasOf(country).stream().map(a -> a.code()).toList())
        .map(n -> "Did you mean " + n + "?").orElse("Use a code of ISO 3166-2, for example US-FL.");
  }

  private void report(CsvConfig.Row row, String message, String remedy) {
    findings.add(display, row.line(), message, remedy);
  }
}
