package org.enlacehub.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private final QuietHours hours = new QuietHours(hours("21:00", "08:00"), Map.of("ES", hours("22:00", "09:00"), "MX",
      hours("13:00", "15:00")),
      ZoneId.of("America/Guatemala"));

  private static Quiet.Hours hours(String from, String to) {
    return new Quiet.Hours(LocalTime.parse(from), LocalTime.parse(to));
  }

  @ParameterizedTest(name = "{0}: {1} in {3} → {4}")
  @CsvSource(textBlock = """
      by day,                      2026-11-24T18:00:00Z, US, America/New_York,    2026-11-24T18:00:00Z
      late in the evening,         2026-11-25T03:30:00Z, US, America/New_York,    2026-11-25T13:00:00Z
      at the first quiet minute,   2026-11-25T02:00:00Z, US, America/New_York,    2026-11-25T13:00:00Z
      at the last second before,   2026-11-25T01:59:59Z, US, America/New_York,    2026-11-25T01:59:59Z
      early in the morning,        2026-11-24T12:59:59Z, US, America/New_York,    2026-11-24T13:00:00Z
      at the end,                  2026-11-24T13:00:00Z, US, America/New_York,    2026-11-24T13:00:00Z
      same instant further west,   2026-11-24T13:00:00Z, US, America/Los_Angeles, 2026-11-24T16:00:00Z
      another country's hours,     2026-11-24T21:30:00Z, ES, Europe/Madrid,       2026-11-25T08:00:00Z
      quiet in the middle of day,  2026-11-24T20:00:00Z, MX, America/Mexico_City, 2026-11-24T21:00:00Z
      night of the lost hour,      2026-03-08T05:00:00Z, US, America/New_York,    2026-03-08T12:00:00Z
      night of the double hour,    2026-11-01T05:30:00Z, US, America/New_York,    2026-11-01T13:00:00Z
      the evening before it,       2026-11-01T03:00:00Z, US, America/New_York,    2026-11-01T13:00:00Z
      no zone known,               2026-11-24T13:30:00Z, US,,                     2026-11-24T14:00:00Z
      no country known,            2026-11-24T13:30:00Z,,America/Guatemala,       2026-11-24T14:00:00Z
      """)
  void waitsUntilTheRecipientsMorning(String label, Instant now, String country, ZoneId zone, Instant expected) {
    assertEquals(expected, hours.next(now, Quiet.OF_COUNTRY, country, zone));
  }

  @Test
  void anEndInsideTheLostHourIsTheHourAfter() {
    // 02:30 does not exist in New York on 8 March 2026.
    assertEquals(Instant.parse("2026-03-08T07:30:00Z"),
        hours.next(Instant.parse("2026-03-08T05:00:00Z"), hours("23:00", "02:30"), "US", ZoneId.of("America/New_York")));
  }

  @Test
  void answersHaveNoQuietHours() {
    var night = Instant.parse("2026-11-24T09:00:00Z");
    assertEquals(night, hours.next(night, Quiet.NONE, "US", ZoneId.of("America/New_York")));
  }

  @Test
  void aWrongFileIsToldWithItsLine(@TempDir Path root) throws Exception {
    Files.createDirectories(root.resolve("config"));
    Files.writeString(root.resolve("config/quiet-hours.yml"), """
        default: {from: "21:00", to: "8"}
        countries:
          UK: {from: "21:00", to: "08:00"}
        zone: America/Guatemalla
        """);
    var findings = new Findings();
    DeliveryFiles.read(ConfigFolders.under(root), findings);
    assertEquals(List.of(1, 3, 4), findings.all().stream().map(f -> f.line()).sorted().toList());
  }

  @Test
  void theShippedFilesAreRight() {
    var findings = new Findings();
    new DeliveryFiles().check(ConfigFolders.under(Path.of("")), findings);
    assertTrue(findings.isEmpty(), findings.all()::toString);
    assertFalse(DeliveryFiles.prices(ConfigFolders.under(Path.of("")), findings).of(Channel.SMS, "US", 2) == null);
  }
}
