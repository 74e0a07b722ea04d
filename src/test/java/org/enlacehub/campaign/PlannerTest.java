package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
  private final Planner planner = new Planner();

  @ParameterizedTest(name = "{0}: {1} in {2} is {3}")
  @CsvSource(textBlock = """
      winter,                       2027-01-15T10:00, America/New_York,    2027-01-15T15:00:00Z
      summer,                       2027-07-15T10:00, America/New_York,    2027-07-15T14:00:00Z
      the hour that is skipped,     2027-03-14T02:30, America/New_York,    2027-03-14T07:30:00Z
      the hour that comes twice,    2027-11-07T01:30, America/New_York,    2027-11-07T05:30:00Z
      no summer time,               2027-07-15T10:00, America/Guatemala,   2027-07-15T16:00:00Z
      """)
  void aLocalTimeIsMeantWhereItIsSaid(String label, LocalDateTime at, String zone, Instant due) {
    assertEquals(due, planner.due(new Schedule.Once(at, zone), Instant.EPOCH));
    var recipients = planner.dueByZone(new Schedule.Once(at, Schedule.RECIPIENT), Instant.EPOCH, List.of(zone));
    assertEquals(due, recipients.get(zone));
  }

  @ParameterizedTest(name = "{0} after {1}: {2}")
  @CsvSource(textBlock = """
      FREQ=MONTHLY;BYDAY=1MO,           2027-01-15T00:00:00Z, 2027-02-01T16:00:00Z
      FREQ=DAILY,                       2027-01-15T16:00:00Z, 2027-01-16T16:00:00Z
      FREQ=WEEKLY;UNTIL=20270110,       2027-01-15T00:00:00Z,
      """)
  void aRuleGivesItsNextDay(String rule, Instant after, Instant next) {
    var schedule = new Schedule.Recurring(rule, LocalDate.parse("2027-01-01"), LocalTime.of(10, 0), "America/Guatemala", Set.of());
    assertEquals(Optional.ofNullable(next), planner.next(schedule, after, false));
  }

  @Test
  void anExceptionIsPassedOver() {
    var schedule = new Schedule.Recurring("FREQ=DAILY", LocalDate.parse("2027-01-01"), LocalTime.of(10, 0), "America/Guatemala",
        Set.of(LocalDate.parse("2027-01-16")));
    assertEquals(Optional.of(Instant.parse("2027-01-17T16:00:00Z")), planner.next(schedule, Instant.parse("2027-01-15T20:00:00Z"), false));
  }

  @Test
  void onceAndNowHaveNoSecondStart() {
    var now = Instant.parse("2027-01-15T20:00:00Z");
    assertEquals(Optional.of(now), planner.next(new Schedule.Now(), now, true));
    assertEquals(Optional.empty(), planner.next(new Schedule.Now(), now, false));
    assertEquals(Optional.empty(), planner.next(new Schedule.Once(LocalDateTime.parse("2027-02-01T10:00"), "recipient"), now, false));
  }
}
