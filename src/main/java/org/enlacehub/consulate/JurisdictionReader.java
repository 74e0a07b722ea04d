package org.enlacehub.consulate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.CsvConfig;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.territory.Area;
import org.enlacehub.territory.Territory;

/** Reads {@code config/jurisdictions.csv}; every area of a country with districts must be served, and by one unless shared. */
final class JurisdictionReader {
  private static final String FILE = "jurisdictions.csv";
  /** Far islands without a mission's district in the source: the central desk serves them. */
  private static final Set<String> MAY_BE_UNSERVED = Set.of("US-GU", "US-AS", "US-MP");

  private final ConfigFolders folders;
  private final Territory territory;
  private final List<String> codes;
  private final Findings findings;
  private final String display;

  JurisdictionReader(ConfigFolders folders, Territory territory, List<Consulate> consulates, Findings findings) {
    this.folders = folders;
    this.territory = territory;
    this.codes = consulates.stream().map(Consulate::code).toList();
    this.findings = findings;
    this.display = folders.display(folders.config().resolve(FILE));
  }

  List<Jurisdiction> read() {
    var rows = new ArrayList<Jurisdiction>();
    for (var row : CsvConfig.read(folders.config().resolve(FILE), display, findings, "consulate", "country", "area", "part",
        "verified")) {
      check(row);
      rows.add(new Jurisdiction(row.get("consulate"), row.get("country"), row.get("area"), row.get("part").equals("nearest"),
          row.get("verified").equals("y"), date(row, "valid_from"), date(row, "valid_to"), row.line()));
    }
    sharedWithoutSayingSo(rows);
    boolean whole = findings.all().stream().noneMatch(f -> f.file().equals(display) && f.line() == 0);
    if (whole) {
      unserved(rows);
    }
    return rows;
  }

  private void check(CsvConfig.Row row) {
    var code = row.get("consulate");
    var country = row.get("country");
    var area = row.get("area");
    if (!codes.contains(code)) {
      report(row.line(), "No mission has the code '" + code + "'.",
          Spelling.nearest(code, codes).map(n -> "Did you mean " + n + "?").orElse("Add it to consulates.csv first."));
    }
    if (territory.country(country).isEmpty()) {
      report(row.line(), "'" + country + "' is not a country.", "Use the two letters of ISO 3166-1, for example US.");
    } else if (!area.equals("*") && territory.area(area).filter(a -> a.country().equals(country)).isEmpty()) {
      report(row.line(), "'" + area + "' is not an area of " + country + ".",
          Spelling.nearest(area, territory.areasOf(country).stream().map(Area::code).toList())
              .map(n -> "Did you mean " + n + "?").orElse("Use a code of ISO 3166-2, or * for the whole country."));
    }
    if (!List.of("", "nearest").contains(row.get("part"))) {
      report(row.line(), "'" + row.get("part") + "' is not a way to share an area.", "Leave it empty, or write nearest.");
    }
    if (!List.of("y", "n").contains(row.get("verified"))) {
      report(row.line(), "'verified' must be y or n.", "Write n until the ministry has confirmed the row.");
    }
  }

  private void sharedWithoutSayingSo(List<Jurisdiction> rows) {
    rows.stream().collect(Collectors.groupingBy(j -> j.country() + " " + j.area())).values().stream()
        .filter(shared -> shared.size() > 1).forEach(shared -> {
          for (int i = 1; i < shared.size(); i++) {
            var row = shared.get(i);
            for (var other : shared.subList(0, i)) {
              if (overlap(row, other) && row.consulate().equals(other.consulate())) {
                report(row.line(), row.consulate() + " serves " + row.area() + " already by line " + other.line() + ".",
                    "Keep one row.");
              } else if (overlap(row, other) && !(row.nearest() && other.nearest())) {
                report(row.line(), row.area() + " is served by " + other.consulate() + " (line " + other.line() + ") and by "
                    + row.consulate() + ".", "Keep one, or write nearest in the column 'part' of both.");
              }
            }
          }
        });
  }

  private void unserved(List<Jurisdiction> rows) {
    if (rows.isEmpty()) {
      return;
    }
    for (var country : rows.stream().map(Jurisdiction::country).distinct().toList()) {
      if (rows.stream().noneMatch(j -> j.country().equals(country) && j.wholeCountry())) {
        territory.areasOf(country).stream().map(Area::code).filter(a -> !MAY_BE_UNSERVED.contains(a))
            .filter(a -> rows.stream().noneMatch(j -> j.area().equals(a)))
            .forEach(a -> report(0, a + " is served by nobody.", "Add a row for it, or one with * for the rest of " + country
                + "."));
      }
    }
  }

  private Optional<LocalDate> date(CsvConfig.Row row, String column) {
    var text = row.get(column);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      report(row.line(), "'" + text + "' in '" + column + "' is not a date.", "Write it as 2027-01-31.");
      return Optional.empty();
    }
  }

  private static boolean overlap(Jurisdiction a, Jurisdiction b) {
    boolean aBefore = a.to().isPresent() && b.from().isPresent() && a.to().get().isBefore(b.from().get());
    boolean bBefore = b.to().isPresent() && a.from().isPresent() && b.to().get().isBefore(a.from().get());
    return !aBefore && !bBefore;
  }

  private void report(int line, String message, String remedy) {
    findings.add(display, line, message, remedy);
  }
}
