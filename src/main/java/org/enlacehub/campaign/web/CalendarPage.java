package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.enlacehub.campaign.Calendars;

/** What goes out in a month, by day; days without anything are empty. */
@Introspected
public record CalendarPage(YearMonth month, LocalDate today, ZoneId zone, List<Day> days) {

  /** One day of the month. */
  public record Day(LocalDate date, List<Calendars.Entry> entries) {}
}
