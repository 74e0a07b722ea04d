package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.CsvConfig;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.routing.RoutingRules.Facility;
import org.enlacehub.routing.RoutingRules.Spelled;
import org.enlacehub.routing.RoutingRules.Words;
import org.enlacehub.territory.PlaceNames;
import org.enlacehub.territory.Territory;

/** The tables of {@code config/routing/}. */
final class RoutingTables {
  private static final List<String> KINDS = List.of("common", "ordinary", "not-a-typo", "doubtful", "generic", "turn", "holding");

  private final ConfigFolders folders;
  private final Territory territory;
  private final Findings findings;

  RoutingTables(ConfigFolders folders, Territory territory, Findings findings) {
    this.folders = folders;
    this.territory = territory;
    this.findings = findings;
  }

  /** Folded phrase to role. */
  Map<String, Role> frames() {
    var result = new LinkedHashMap<String, Role>();
    var roles = Stream.of(Role.values()).map(r -> r.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
    rows("frames.csv", List.of("phrase", "role"), (row, display) -> {
      var phrase = PlaceNames.key(row.get("phrase"));
      if (!roles.contains(row.get("role"))) {
        findings.add(display, row.line(), "'" + row.get("role") + "' is not a role.",
            Spelling.nearest(row.get("role"), roles).map(n -> "Did you mean " + n + "?")
                .orElse("Use one of: " + String.join(", ", roles)));
      } else if (phrase.isEmpty()) {
        findings.add(display, row.line(), "The phrase is empty.", "Write the words that stand before a place.");
      } else if (result.putIfAbsent(phrase, Role.valueOf(row.get("role").toUpperCase(Locale.ROOT).replace('-', '_'))) != null) {
        findings.add(display, row.line(), "The phrase '" + phrase + "' stands twice.", "Keep one.");
      }
    });
    return result;
  }

  List<Spelled> spellings() {
    var result = new ArrayList<Spelled>();
    rows("spellings.csv", List.of("spelling", "country", "area", "place", "sure"), (row, display) -> {
      located(row, display);
      result.add(new Spelled(PlaceNames.key(row.get("spelling")), row.get("country"), row.get("area"), row.get("place"),
          row.get("sure").equals("y")));
    });
    return result;
  }

  List<Facility> facilities() {
    var result = new ArrayList<Facility>();
    rows("facilities.csv", List.of("name", "short", "country", "area", "city", "verified"), (row, display) -> {
      located(row, display);
      result.add(new Facility(PlaceNames.key(row.get("name")), PlaceNames.key(row.get("short")), row.get("country"),
          row.get("area"), row.get("city")));
    });
    return result;
  }

  Words words() {
    var kinds = new HashMap<String, Set<String>>();
    KINDS.forEach(kind -> kinds.put(kind, new HashSet<>()));
    var shorthand = new HashMap<String, String>();
    rows("words.csv", List.of("word", "kind", "means"), (row, display) -> {
      var kind = row.get("kind");
      if (kind.equals("shorthand")) {
        shorthand.put(PlaceNames.fold(row.get("word")), PlaceNames.fold(row.get("means")));
      } else if (KINDS.contains(kind)) {
        kinds.get(kind).add(PlaceNames.key(row.get("word")));
      } else {
        findings.add(display, row.line(), "'" + kind + "' is not a kind of word.",
            "Use shorthand or one of: " + String.join(", ", KINDS) + ".");
      }
    });
    return new Words(kinds.get("common"), kinds.get("ordinary"), kinds.get("not-a-typo"), kinds.get("doubtful"),
        kinds.get("generic"), kinds.get("turn"),
        kinds.get("holding"), shorthand);
  }

  private void located(CsvConfig.Row row, String display) {
    var country = row.get("country");
    var area = row.get("area");
    if (territory.country(country).isEmpty()) {
      findings.add(display, row.line(), "'" + country + "' is not a country.", "Use the two letters of ISO 3166-1.");
    } else if (!area.isEmpty() && territory.area(area).filter(a -> a.country().equals(country)).isEmpty()) {
      findings.add(display, row.line(), "'" + area + "' is not an area of " + country + ".",
          Spelling.nearest(area, territory.areasOf(country).stream().map(a -> a.code()).toList())
              .map(n -> "Did you mean " + n + "?").orElse("Use a code of ISO 3166-2, or leave it empty."));
    }
  }

  private void rows(String name, List<String> columns, BiConsumer<CsvConfig.Row, String> each) {
    var file = folders.config().resolve("routing").resolve(name);
    var display = folders.display(file);
    CsvConfig.read(file, display, findings, columns.toArray(String[]::new)).forEach(row -> each.accept(row, display));
  }
}
