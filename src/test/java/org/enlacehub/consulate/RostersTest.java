package org.enlacehub.consulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.territory.Territory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code config/rosters}: who is on duty when, in the mission's own zone, and what is wrong with a file. */
class RostersTest {
  private static final Consulates SHIPPED = ConsulateFiles.load(ConfigFolders.under(Path.of(".")), Territory.load());
  private static final String GOOD = """
      people:
        ana: {name: Ana, account: ana@example.org, phone: "+12135550131"}
        ben: {name: Ben, account: ben@example.org, phone: "+12135550132", whatsapp: true}
      head: ben
      weekly:
        - {who: ana, backup: ben, days: mon-fri, from: "08:00", to: "20:00"}
        - {who: ben, days: fri, from: "20:00", to: "08:00"}
      turns:
        - {who: ben, from: "2027-01-13T00:00", to: "2027-01-14T00:00"}
      """;
  @TempDir Path folder;

  private Findings findings;

  private Roster roster(String text) throws IOException {
    var file = folder.resolve("rosters/GT-US-LAX.yml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    findings = new Findings();
    return RosterFiles.read(new ConfigFolders(folder, folder, folder), SHIPPED.all(), findings).get("GT-US-LAX");
  }

  private String found() {
    return findings.all().stream().map(f -> f.line() + " " + f.message()).collect(Collectors.joining(" / "));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(textBlock = """
      2027-01-11T15:59:00Z, -,   before eight in Los Angeles
      2027-01-11T16:00:00Z, ana, Monday at eight
      2027-01-12T03:59:00Z, ana, Monday before twenty
      2027-01-12T04:00:00Z, -,   Monday at twenty
      2027-01-13T20:00:00Z, ben, a day with its own turn
      2027-01-16T06:00:00Z, ben, Friday night
      2027-01-16T15:00:00Z, ben, Saturday before eight
      2027-01-16T16:00:00Z, -,   Saturday at eight
      2027-07-12T15:00:00Z, ana, eight is an hour earlier in summer
      """)
  void whoIsOnDuty(Instant at, String expected, String why) throws IOException {
    assertEquals(expected, roster(GOOD).at(at).map(d -> d.first().key()).orElse("-"), why);
  }

  @Test
  void hoursThatNobodyCoversAreKnownAhead() throws IOException {
    var gaps = roster(GOOD).gaps(Instant.parse("2027-01-11T17:07:00Z"), Instant.parse("2027-01-12T17:00:00Z"));
    assertEquals("[Gap[from=2027-01-12T04:00:00Z, to=2027-01-12T16:00:00Z]]", gaps.toString());
  }

  @Test
  void theDemosRostersAreInForceInTheDemoOnly() {
    var folders = ConfigFolders.under(Path.of("."));
    assertEquals(0, RosterFiles.load(folders, SHIPPED.all(), false).all().size());
    assertEquals(3, RosterFiles.load(folders, SHIPPED.all(), true).all().size());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(delimiter = '|', textBlock = """
      who: ana,              | who: anna,          | 6 'anna' is not among the people of this roster.
      backup: ben            | backup: ana         | 6 'ana' cannot stand in for themselves.
      head: ben              | head: eva           | 4 'eva' is not among the people of this roster.
      days: mon-fri          | days: lun           | 6 'lun' is not a day.
      from: "08:00"          | from: "8"           | 6 '8' is not a time of day.
      "+12135550131"         | "555"               | 2 '555' is not a telephone number.
      account: ana@          | account: ana        | 2 'anaexample.org' is not an address.
      "2027-01-14T00:00"     | "2027-01-12T00:00"  | 9 The turn ends before it begins.
      head: ben              | haed: ben           | 4 The key 'haed' is not known here.
      head: ben              | zone: Los Angeles   | 4 'Los Angeles' is not a time zone.
      """)
  void whatIsWrongIsNamedWithItsLine(String from, String to, String expected) throws IOException {
    roster(GOOD);
    assertEquals("", found());
    roster(GOOD.replace(from, to));
    assertEquals(expected, found());
  }
}
