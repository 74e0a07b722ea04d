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
  private static final DateTimeFormatter ES_LONG = DateTimeFormatter.ofPattern("EEEE d 'de' MMMM 'de' y");
  private static final DateTimeFormatter ES_SHORT = DateTimeFormatter.ofPattern("d MMM y");
  private static final DateTimeFormatter ES_SOON = DateTimeFormatter.ofPattern("EEE d MMM");
  private static final DateTimeFormatter EN_LONG = DateTimeFormatter.ofPattern("EEEE, MMMM d, y");
  private static final DateTimeFormatter EN_SHORT = DateTimeFormatter.ofPattern("MMM d, y");
  private static final DateTimeFormatter EN_SOON = DateTimeFormatter.ofPattern("EEE, MMM d");
  private static final DateTimeFormatter TWELVE = DateTimeFormatter.ofPattern("h:mm", Locale.ROOT);
  private static final DateTimeFormatter TWENTY_FOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private DateWords() {}

  static String date(LocalDate day, boolean shortForm, Locale locale) {
    return switch (locale.getLanguage()) {
      case "es" -> write(day, shortForm ? ES_SHORT : ES_LONG, locale);
      case "en" -> write(day, shortForm ? EN_SHORT : EN_LONG, locale);
      default -> DateTimeFormatter.ofLocalizedDate(shortForm ? FormatStyle.MEDIUM : FormatStyle.FULL).withLocale(locale)
          .format(day);
    };
  }

  /** A day and a time; see {@link #day}. */
  static String dateTime(LocalDate day, LocalTime time, boolean shortForm, Locale locale) {
    return day(day, shortForm, locale) + ", " + time(time, locale);
  }

  /** A day that is near: the short form leaves out the year and keeps the weekday. */
  static String day(LocalDate day, boolean shortForm, Locale locale) {
    return switch (locale.getLanguage()) {
      case "es" -> write(day, shortForm ? ES_SOON : ES_LONG, locale);
      case "en" -> write(day, shortForm ? EN_SOON : EN_LONG, locale);
      default -> date(day, shortForm, locale);
    };
  }

  /** Twelve hours in Spanish and English, as the migrants of America read clocks; twenty-four elsewhere. */
  static String time(LocalTime time, Locale locale) {
    return switch (locale.getLanguage()) {
      case "es", "en" -> TWELVE.format(time) + (time.getHour() < 12 ? " am" : " pm");
      default -> TWENTY_FOUR.format(time);
    };
  }

  private static String write(LocalDate day, DateTimeFormatter form, Locale locale) {
    return form.withLocale(locale).format(day);
  }
}
