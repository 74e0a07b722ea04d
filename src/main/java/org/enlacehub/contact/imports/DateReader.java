package org.enlacehub.contact.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads dates: ISO 8601, numbers in either order, month names in Spanish and English, Excel's serial numbers. */
final class DateReader {
  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})");
  private static final Pattern DAY_NAME = Pattern.compile("(\\d{1,2}) (?:de )?([a-z]{3,10}) (?:de |del )?(\\d{4}|\\d{2})");
  private static final Pattern NAME_DAY = Pattern.compile("([a-z]{3,10}) (\\d{1,2}) (?:de |del )?(\\d{4})");
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,]\\d+)?");
  private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}.*$");
  private static final List<String> MONTHS = List.of("ene jan", "feb", "mar", "abr apr", "may", "jun", "jul", "ago aug", "sep set", "oct", "nov", "dic dec");
  /** Day 0 of Excel's calendar, which has a 29 February 1900 that never was. */
  private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

  private final DateOrder order;
  private final LocalDate today;

  DateReader(DateOrder order, LocalDate today) {
    this.order = order;
    this.today = today;
  }

  Optional<LocalDate> read(Cell cell, RowReport report) {
    var text = TIME.matcher(Cleaning.unquoted(Cleaning.line(cell.text()))).replaceFirst("");
    if (Cleaning.isNothing(text)) {
      return Optional.empty();
    }
    try {
      var date = date(text, report);
      if (date.filter(this::isSensible).isPresent()) {
        return date;
      }
      if (date.isPresent() || report.problems().stream().noneMatch(p -> p.code().equals("date_ambiguous"))) {
        report.warn("date_invalid");
      }
    } catch (DateTimeException e) {
      report.warn("date_invalid");
    }
    return Optional.empty();
  }

  private Optional<LocalDate> date(String text, RowReport report) {
    var iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))));
    }
    var compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return Optional.of(LocalDate.of(number(compact.group(1)), number(compact.group(2)), number(compact.group(3))));
    }
    var numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      return numbers(number(numbers.group(1)), number(numbers.group(3)), year(numbers.group(4)), report);
    }
    var serial = SERIAL.matcher(text);
    if (serial.matches()) {
      var date = EXCEL_EPOCH.plusDays(number(serial.group(1)));
      report.note("date_serial", date.toString());
      return Optional.of(date);
    }
    var words = Folded.of(text).replaceAll("(\\d)(st|nd|rd|th|o)\\b", "$1");
    var date = named(words);
    // the name of the day is tried away second: "mar" is a Tuesday, but first of all it is March
    return date.isPresent() ? date : named(words.replaceFirst("^[a-z]+ ", ""));
  }

  private Optional<LocalDate> numbers(int first, int second, int year, RowReport report) {
    boolean canBeDayFirst = second <= 12;
    boolean canBeMonthFirst = first <= 12;
    if (canBeDayFirst && canBeMonthFirst && first != second) {
      if (order == DateOrder.MIXED) {
        report.warn("date_ambiguous");
        return Optional.empty();
      }
      return Optional.of(order == DateOrder.DAY_FIRST ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second));
    }
    return Optional.of(canBeDayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second));
  }

  private Optional<LocalDate> named(String text) {
    var dayName = DAY_NAME.matcher(text);
    if (dayName.matches()) {
      return month(dayName.group(2)).map(month -> LocalDate.of(year(dayName.group(3)), month, number(dayName.group(1))));
    }
    var nameDay = NAME_DAY.matcher(text);
    if (nameDay.matches()) {
      return month(nameDay.group(1)).map(month -> LocalDate.of(year(nameDay.group(3)), month, number(nameDay.group(2))));
    }
    return Optional.empty();
  }

  private static Optional<Integer> month(String name) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (List.of(MONTHS.get(i).split(" ")).contains(name.substring(0, 3))) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  /** Two digits mean the year that lies between 80 years ago and 20 years ahead. */
  private int year(String digits) {
    int year = number(digits);
    if (digits.length() == 4) {
      return year;
    }
    int century = today.getYear() / 100 * 100;
    int full = century + year;
    return full > today.getYear() + 20 ? full - 100 : full <= today.getYear() - 80 ? full + 100 : full;
  }

  private boolean isSensible(LocalDate date) {
    return date.getYear() >= 1900 && date.getYear() <= today.getYear() + 75;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
