package org.enlacehub.consulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;

/** A yearly holiday as a rule. */
sealed interface Holiday {

  /** Its name, in Spanish. */
  String name();

  /** The day off that it gives in a year. */
  LocalDate in(int year);

  /**
   * The same day each year.
   *
   * @param moved true where the law moves the day off to a Monday: Tuesday and Wednesday to the one before, Thursday to Sunday to
   *     the one after
   */
  record Fixed(String name, MonthDay day, boolean moved) implements Holiday {
    @Override public LocalDate in(int year) {
      var date = day.atYear(year);
      if (!moved || date.getDayOfWeek() == DayOfWeek.MONDAY) {
        return date;
      }
      int weekday = date.getDayOfWeek().getValue();
      return weekday <= DayOfWeek.WEDNESDAY.getValue() ? date.minusDays(weekday - 1L) : date.plusDays(8L - weekday);
    }
  }

  /** So many days after Easter Sunday; negative before it. */
  record Easter(String name, int days) implements Holiday {
    @Override public LocalDate in(int year) {
      return sunday(year).plusDays(days);
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, after Meeus). */
    static LocalDate sunday(int year) {
      int a = year % 19;
      int b = year / 100;
      int c = year % 100;
      int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
      int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
      int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
      return LocalDate.of(year, f / 31, f % 31 + 1);
    }
  }
}
