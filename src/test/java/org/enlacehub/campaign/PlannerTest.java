package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.consulate.ConsulateFiles;
import org.enlacehub.delivery.ExpandCampaign.Place;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.territory.Territory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
  private static final LocalDate ANCHOR = LocalDate.parse("2027-01-01");
  private final Planner planner = new Planner(ConsulateFiles.load(ConfigFolders.under(Path.of("")), Territory.load()));

  @ParameterizedTest(name = "{0}: {1} in {2} is {3}")
  @CsvSource(textBlock = """
      winter,                       2027-01-15T10:00, America/New_York,    2027-01-15T15:00:00Z
      summer,                       2027-07-15T10:00, America/New_York,    2027-07-15T14:00:00Z
      the hour that is skipped,     2027-03-14T02:30, America/New_York,    2027-03-14T07:30:00Z
      the hour that comes twice,    2027-11-07T01:30, America/New_York,    2027-11-07T05:30:00Z
      no summer time,               2027-07-15T10:00, America/Guatemala,   2027-07-15T16:00:00Z
      """)
  void aLocalTimeIsMeantWhereItIsSaid(String label, LocalDateTime at, String zone, Instant due) {
    assertEquals(due, planner.due(new Schedule.Once(at, zone), Instant.EPOCH, List.of()).usual());
    var recipients = planner.due(new Schedule.Once(at, Schedule.RECIPIENT), Instant.EPOCH, List.of(zone));
    assertEquals(Place.TIME_ZONE, recipients.by());
    assertEquals(due, recipients.at().get(zone));
  }

  @Test
  void theHourOfAConsulateIsThatOfItsTown() {
    var due = planner.due(new Schedule.Once(LocalDateTime.parse("2027-01-15T10:00"), Schedule.CONSULATE), Instant.EPOCH, List.of());
    assertEquals(Place.CONSULATE, due.by());
    assertEquals(Instant.parse("2027-01-15T18:00:00Z"), due.at().get("GT-US-LAX"));
    assertEquals(Instant.parse("2027-01-15T16:00:00Z"), due.usual());
  }

  @ParameterizedTest(name = "{0} after {1}: {2}")
  @CsvSource(textBlock = """
      FREQ=MONTHLY;BYDAY=1MO,           2027-01-15T00:00:00Z, 2027-02-01T16:00:00Z
      FREQ=DAILY,                       2027-01-15T16:00:00Z, 2027-01-16T16:00:00Z
      FREQ=WEEKLY;UNTIL=20270110,       2027-01-15T00:00:00Z,
      """)
  void aRuleGivesItsNextDay(String rule, Instant after, Instant next) {
    assertEquals(Optional.ofNullable(next), planner.next(recurring(rule, Set.of()), after, ANCHOR));
  }

  @ParameterizedTest(name = "{0}: {1} times, the last on {2}")
  @CsvSource(textBlock = """
      FREQ=WEEKLY;COUNT=3,              3, 2027-01-15
      FREQ=DAILY;INTERVAL=10;COUNT=4,   4, 2027-01-31
      FREQ=MONTHLY;COUNT=1,             1, 2027-01-01
      """)
  void aRuleThatCountsEnds(String rule, int times, LocalDate last) {
    var schedule = recurring(rule, Set.of());
    var days = new ArrayList<LocalDate>();
    var next = planner.next(schedule, Instant.parse("2026-12-31T00:00:00Z"), ANCHOR);
    while (next.isPresent() && days.size() < 10) {
      days.add(planner.local(schedule, next.get()).toLocalDate());
      next = planner.next(schedule, next.get(), ANCHOR);
    }
    assertEquals(times, days.size());
    assertEquals(last, days.getLast());
  }

  @Test
  void anExceptionIsPassedOver() {
    var schedule = recurring("FREQ=DAILY", Set.of(LocalDate.parse("2027-01-16")));
    assertEquals(Optional.of(Instant.parse("2027-01-17T16:00:00Z")), planner.next(schedule, Instant.parse("2027-01-15T20:00:00Z"), ANCHOR));
  }

  @Test
  void onceAndNowHaveNoSecondStart() {
    var now = Instant.parse("2027-01-15T20:00:00Z");
    assertEquals(Optional.of(now), planner.first(new Schedule.Now(), now));
    assertEquals(Optional.empty(), planner.next(new Schedule.Now(), now, ANCHOR));
    var once = new Schedule.Once(LocalDateTime.parse("2027-02-01T10:00"), "recipient");
    assertEquals(Optional.empty(), planner.next(once, planner.first(once, now).orElseThrow(), ANCHOR));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      still ahead,                             2027-01-15T10:00, recipient,         2027-01-14T00:00:00Z, true
      begun where the day begins first,        2027-01-15T10:00, recipient,         2027-01-15T12:00:00Z, true
      over in Guatemala and not yet in Alaska, 2027-01-15T10:00, recipient,         2027-01-15T17:00:00Z, true
      over everywhere,                         2027-01-15T10:00, recipient,         2027-01-16T12:00:00Z, false
      over in its zone,                        2027-01-15T10:00, America/Guatemala, 2027-01-15T16:00:01Z, false
      """)
  void aMomentThatHasPassedCannotBeScheduled(String label, LocalDateTime at, String zone, Instant now, boolean possible) {
    assertEquals(possible, planner.first(new Schedule.Once(at, zone), now).isPresent());
  }

  private static Schedule.Recurring recurring(String rule, Set<LocalDate> exceptions) {
    return new Schedule.Recurring(rule, null, LocalTime.of(10, 0), "America/Guatemala", exceptions);
  }
}
