package org.enlacehub.contact.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.contact.imports.DeclaredFields.DeclaredField;

/** Reads the value of a declared field into its one written form: ISO dates, plain numbers, true or false, a choice's code. */
final class DeclaredValue {
  private static final Set<String> YES = Set.of("si", "s", "yes", "y", "true", "verdadero", "1", "x");
  private static final Set<String> NO = Set.of("no", "n", "false", "falso", "0");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,14}(?:[.,]\\d{1,6})?");
  private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}[.,]\\d{3}");
  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:([.,  ])\\d{3}(?:\\1\\d{3})+|(?:,\\d{3})+\\.\\d+|(?:\\.\\d{3})+,\\d+)");
  private static final int TEXT_CHARS = 190;

  private final DateReader dates;

  DeclaredValue(DateReader dates) {
    this.dates = dates;
  }

  Optional<String> read(DeclaredField field, Cell cell, RowReport report) {
    var text = Cleaning.line(cell.text());
    if (Cleaning.isNothing(text)) {
      return Optional.empty();
    }
    return switch (field.type()) {
      case TEXT -> text(text, report);
      case DATE -> dates.read(cell, report).map(Object::toString);
      case YEAR -> year(text, dates, report);
      case NUMBER -> number(cell, text, report);
      case BOOLEAN -> flag(text, report);
      case CHOICE -> choice(field.choices(), text, report);
    };
  }

  private static Optional<String> text(String text, RowReport report) {
    if (text.length() > TEXT_CHARS) {
      return refused(report, "value_too_long", Integer.toString(TEXT_CHARS));
    }
    return Optional.of(Cleaning.unquoted(text));
  }

  /** A year of birth, or the year of a date in any order. */
  static Optional<String> year(String text, LocalDate today, RowReport report) {
    return year(text, new DateReader(DateOrder.DAY_FIRST, today), report);
  }

  private static Optional<String> year(String text, DateReader dates, RowReport report) {
    var bare = text.replaceFirst("[.,]0+$", "");
    if (bare.matches("(19|20)\\d{2}")) {
      return Optional.of(bare);
    }
    if (bare.matches("\\d+")) {
      return refused(report, "year_invalid");
    }
    return dates.read(Cell.of(text), report).map(date -> Integer.toString(date.getYear()));
  }

  private static Optional<String> number(Cell cell, String text, RowReport report) {
    boolean both = cell.kind() == Cell.Kind.TEXT && THOUSANDS.matcher(text).matches();
    if (!both && NUMBER.matcher(text).matches()) {
      return plain(text.replace(',', '.'));
    }
    if (GROUPED.matcher(text).matches()) {
      int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
      boolean decimals = text.indexOf('.') >= 0 && text.indexOf(',') >= 0;
      return plain(decimals ? text.substring(0, last).replaceAll("[.,]", "") + "." + text.substring(last + 1) : text.replaceAll("[.,  ]", ""));
    }
    return refused(report, both ? "number_ambiguous" : "number_invalid");
  }

  /** The one form in which equal numbers are equal texts. */
  private static Optional<String> plain(String number) {
    var value = new BigDecimal(number).stripTrailingZeros();
    return Optional.of(value.signum() == 0 ? "0" : value.toPlainString());
  }

  private static Optional<String> flag(String text, RowReport report) {
    var word = Folded.of(text);
    if (YES.contains(word)) {
      return Optional.of("true");
    }
    return NO.contains(word) ? Optional.of("false") : refused(report, "flag_invalid");
  }

  private static Optional<String> choice(List<String> choices, String text, RowReport report) {
    var word = Folded.of(text);
    var found = choices.stream().filter(choice -> Folded.of(choice).equals(word)).findFirst();
    return found.isPresent() ? found : refused(report, "choice_unknown", String.join(", ", choices));
  }

  private static Optional<String> refused(RowReport report, String code, String... args) {
    report.warn(code, args);
    return Optional.empty();
  }
}
