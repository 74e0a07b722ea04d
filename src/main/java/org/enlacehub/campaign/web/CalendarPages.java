package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlacehub.account.Role;
import org.enlacehub.campaign.Calendars;

/** What goes out when, month by month. */
@Controller("/campanas/calendario")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class CalendarPages {
  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2100;
  private final Calendars calendars;
  private final Clock clock;

  CalendarPages(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /** @param wanted as 2027-01; this month when absent or none */
  @Get
  @View("campaign/calendar")
  CalendarPage month(@Nullable @QueryValue("mes") String wanted) {
    var zone = calendars.zone();
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var month = month(wanted, YearMonth.from(today));
    var entries = calendars.between(start(month, zone), start(month.plusMonths(1), zone)).stream()
        .collect(Collectors.groupingBy(e -> LocalDate.ofInstant(e.at(), zone)));
    return new CalendarPage(month, today, zone, IntStream.rangeClosed(1, month.lengthOfMonth()).mapToObj(month::atDay)
        .map(day -> new CalendarPage.Day(day, entries.getOrDefault(day, List.of()))).toList());
  }

  private static Instant start(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  private static YearMonth month(@Nullable String wanted, YearMonth now) {
    try {
      var month = wanted == null ? now : YearMonth.parse(wanted);
      return month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR ? now : month;
    } catch (DateTimeException e) {
      return now;
    }
  }
}
