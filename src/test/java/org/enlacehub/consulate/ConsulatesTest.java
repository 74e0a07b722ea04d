package org.enlacehub.consulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.territory.GeoPoint;
import org.enlacehub.territory.Territory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsulatesTest {
  private static final Territory TERRITORY = Territory.load();
  private static final Consulates SHIPPED = ConsulateFiles.load(ConfigFolders.under(Path.of(".")), TERRITORY);
  private static final LocalDate DAY = LocalDate.of(2027, 2, 1);
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1}: {3}")
  @CsvSource(nullValues = "-", textBlock = """
      US, US-GA,  -,               GT-US-ATL, AREA
      US, US-TX,  29.76 -95.37,    GT-US-HOU, NEAREST
      US, US-TX,  26.20 -98.23,    GT-US-MFE, NEAREST
      US, US-TX,  -,               GT-MIN,    UNDECIDED
      US, '',     -,               GT-MIN,    UNDECIDED
      US, US-GU,  -,               GT-MIN,    NOBODY
      CA, CA-ON,  -,               GT-CA-OTT, COUNTRY
      CA, CA-QC,  -,               GT-CA-MTL, AREA
      CA, '',     -,               GT-MIN,    UNDECIDED
      ES, '',     -,               GT-ES-MAD, COUNTRY
      GT, GT-HU,  -,               GT-MIN,    HOME
      JP, '',     -,               GT-MIN,    NOBODY
      '', '',     -,               GT-MIN,    NOBODY
      """)
  void whoServesAPlace(String country, String area, String point, String consulate, Competence.Basis basis) {
    var at = Optional.ofNullable(point).map(p -> new GeoPoint(Double.parseDouble(p.split(" ")[0]),
        Double.parseDouble(p.split(" ")[1])));
    var competence = SHIPPED.competentFor(country, area, at, DAY);
    assertEquals(consulate + " " + basis, competence.consulate().code() + " " + competence.basis());
  }

  @ParameterizedTest
  @CsvSource({"2026, 2026-04-05", "2027, 2027-03-28", "2028, 2028-04-16", "2038, 2038-04-25"})
  void easter(int year, LocalDate sunday) {
    assertEquals(sunday, Holiday.Easter.sunday(year));
  }

  @ParameterizedTest
  @CsvSource({"2026, 2026-06-29", "2027, 2027-06-28", "2028, 2028-07-03", "2025, 2025-06-30"})
  void aMovedHolidayIsAMonday(int year, LocalDate off) {
    assertEquals(off, new Holiday.Fixed("Día del Ejército", MonthDay.of(6, 30), true).in(year));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
      "a weekday morning in Los Angeles, GT-US-LAX, 2027-02-01T17:00:00Z, true",
      "before it opens,                  GT-US-LAX, 2027-02-01T15:59:59Z, false",
      "Saturday,                         GT-US-LAX, 2027-02-06T18:00:00Z, false",
      "Holy Thursday,                    GT-US-LAX, 2027-03-25T18:00:00Z, false",
      "an unknown mission: the desk's,   NO-SUCH,   2027-02-01T15:00:00Z, true"})
  void openingHoursAreLocal(String label, String code, Instant at, boolean open) {
    assertEquals(open, SHIPPED.workingTime(code).openAt(at));
  }

  @Test
  void deadlinesCountWorkingTimeOnly() {
    var chicago = SHIPPED.workingTime("GT-US-CHI");
    var fridayAt15 = Instant.parse("2027-02-05T21:00:00Z");
    assertEquals(Instant.parse("2027-02-08T15:00:00Z"), chicago.after(fridayAt15, Duration.ofHours(2)));
    assertEquals(Duration.ofHours(2), chicago.between(fridayAt15, Instant.parse("2027-02-08T15:00:00Z")));
    assertEquals(Instant.parse("2027-02-08T14:00:00Z"), chicago.nextOpen(Instant.parse("2027-02-06T00:00:00Z")));
    assertFalse(chicago.verified());
  }

  @Test
  void aClosedMissionHasASubstitute() throws Exception {
    copyShipped();
    replace("consulates/hours.yml", "closures: []",
        "closures:\n  - {consulate: GT-US-OMA, from: 2027-02-01, to: 2027-02-05, substitute: GT-US-CHI}");
    var consulates = ConsulateFiles.load(ConfigFolders.under(folder), TERRITORY);
    var omaha = consulates.byCode("GT-US-OMA").orElseThrow();
    assertEquals("GT-US-CHI", consulates.actingFor(omaha, DAY).code());
    assertEquals("GT-US-OMA", consulates.actingFor(omaha, DAY.plusDays(5)).code());
    assertFalse(consulates.workingTime("GT-US-OMA").openAt(Instant.parse("2027-02-01T17:00:00Z")));
  }

  @Test
  void districtsMayChangeOnADay() throws Exception {
    copyShipped();
    var path = folder.resolve("config/jurisdictions.csv");
    Files.writeString(path, Files.readString(path).replaceAll(",n\n", ",n,,\n")
        .replace("part,verified", "part,verified,valid_from,valid_to")
        .replace("GT-US-OMA,US,US-IA,,n,,", "GT-US-OMA,US,US-IA,,n,,2027-01-31\nGT-US-CHI,US,US-IA,,n,2027-02-01,"));
    var consulates = ConsulateFiles.load(ConfigFolders.under(folder), TERRITORY);
    assertEquals("GT-US-OMA", consulates.competentFor("US", "US-IA", Optional.empty(), DAY.minusDays(1)).consulate().code());
    assertEquals("GT-US-CHI", consulates.competentFor("US", "US-IA", Optional.empty(), DAY).consulate().code());
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(delimiter = '|', textBlock = """
      consulates.csv       | 'GT-US-ATL,'               | 'GT-US-CHI,'              | stands twice
      consulates.csv       | America/Chicago            | America/Chicgo            | Did you mean America/Chicago
      consulates.csv       | '41.8500,-87.6500'         | '941.85,-87.65'           | no point on the earth
      consulates.csv       | '41.8500,-87.6500'         | '41.85,87.65'             | km away from Chicago
      consulates.csv       | 'US-IL'                    | 'US-IO'                   | is not an area of US
      consulates.csv       | ',ministry,'               | ',embassy,'               | central desk
      consulates.csv       | 'code,name'                | 'kode,name'               | The column 'code' is missing
      jurisdictions.csv    | 'GT-US-ATL,US,US-GA'       | 'GT-US-ATX,US,US-GA'      | Did you mean GT-US-ATL
      jurisdictions.csv    | 'GT-US-ATL,US,US-GA'       | 'GT-US-ATL,US,US-GX'      | US-GA is served by nobody
      jurisdictions.csv    | 'GT-US-HOU,US,US-LA'       | 'GT-US-HOU,US,US-GA'      | is served by GT-US-ATL
      jurisdictions.csv    | 'US-TX,nearest'            | 'US-TX,nearst'            | is not a way to share
      consulates/hours.yml | '"08:00-16:00"'            | '"16:00-08:00"'           | is not a time of opening
      consulates/hours.yml | 'GT-MIN:'                  | 'GT-MON:'                 | No mission has the code
      holidays/GT.yml      | 'day: "01-01"'             | 'day: "13-01"'            | is not a day of the year
      """)
  void namesWhatIsWrong(String file, String right, String wrong, String message) throws Exception {
    copyShipped();
    replace(file, right, wrong);
    var findings = new Findings();
    new ConsulateFiles().check(ConfigFolders.under(folder), findings);
    assertTrue(findings.all().stream().map(Finding::toString).anyMatch(f -> f.contains("config/" + file) && f.contains(message)),
        () -> findings.all().toString());
  }

  private void copyShipped() throws Exception {
    for (var file : new String[] {"consulates.csv", "jurisdictions.csv", "consulates/hours.yml", "holidays/GT.yml"}) {
      Files.createDirectories(folder.resolve("config").resolve(file).getParent());
      Files.copy(Path.of("config").resolve(file), folder.resolve("config").resolve(file));
    }
  }

  private void replace(String file, String right, String wrong) throws Exception {
    var path = folder.resolve("config").resolve(file);
    var text = Files.readString(path);
    assertTrue(text.contains(right), right);
    Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
  }
}
