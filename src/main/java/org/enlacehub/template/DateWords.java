package org.enlacehub.template;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Days and times as a person would say them in a message: "martes 12 de enero de 2027", "Tuesday, January 12, 2027", "3:30 pm".
 * The JDK's own forms are used for other languages only: they hold spaces that make an SMS cost double.
 */
final class DateWords {
  private DateWords() {}

  static String date(LocalDate day, boolean shortForm, Locale locale) {
    return switch (locale.getLanguage()) {
      case "es" -> write(day, shortForm ? "d MMM y" : "EEEE d 'de' MMMM 'de' y", locale);
      case "en" -> write(day, shortForm ? "MMM d, y" : "EEEE, MMMM d, y", locale);
      default -> DateTimeFormatter.ofLocalizedDate(shortForm ? FormatStyle.MEDIUM : FormatStyle.FULL).withLocale(locale).format(day);
    };
  }

  /** The short form leaves out the year: it is for appointments of the coming days. */
  static String dateTime(LocalDate day, LocalTime time, boolean shortForm, Locale locale) {
    var words = switch (locale.getLanguage()) {
      case "es" -> write(day, shortForm ? "EEE d MMM" : "EEEE d 'de' MMMM 'de' y", locale);
      case "en" -> write(day, shortForm ? "EEE, MMM d" : "EEEE, MMMM d, y", locale);
      default -> date(day, shortForm, locale);
    };
    return words + ", " + time(time, locale);
  }

  /** Twelve hours in Spanish and English, as the migrants of America read clocks; twenty-four elsewhere. */
  static String time(LocalTime time, Locale locale) {
    return switch (locale.getLanguage()) {
      case "es", "en" -> DateTimeFormatter.ofPattern("h:mm", Locale.ROOT).format(time) + (time.getHour() < 12 ? " am" : " pm");
      default -> DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
    };
  }

  private static String write(LocalDate day, String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(day);
  }
}
