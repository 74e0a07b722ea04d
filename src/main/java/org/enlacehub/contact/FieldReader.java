package org.enlacehub.contact;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the value of a declared field into its canonical text. */
final class FieldReader {
  private static final int LONGEST = 2_000;
  private static final Set<String> YES = Set.of("true", "yes", "si", "sí", "1");
  private static final Set<String> NO = Set.of("false", "no", "0");

  Optional<String> read(ContactField field, String text, List<Flaw> flaws) {
    return switch (field.type()) {
      case TEXT -> text(field, text, flaws);
      case DATE -> date(text).or(() -> flawed(field, "invalid-date", "Give a date as 2027-03-31.", flaws));
      case NUMBER -> number(text).or(() -> flawed(field, "invalid-number", "Give a number with a point before decimals.", flaws));
      case FLAG -> flag(text).or(() -> flawed(field, "invalid-flag", "Give true or false.", flaws));
    };
  }

  private static Optional<String> text(ContactField field, String text, List<Flaw> flaws) {
    if (text.length() > LONGEST) return flawed(field, "too-long", "At most " + LONGEST + " characters.", flaws);
    if (field.choices().isEmpty()) return Optional.of(text);
    var choice = field.choices().stream().filter(text::equalsIgnoreCase).findFirst();
    return choice.or(() -> flawed(field, "unknown-choice", "Give one of: " + String.join(", ", field.choices()) + ".", flaws));
  }

  private static Optional<String> date(String text) {
    try {
      var date = LocalDate.parse(text);
      return date.getYear() >= 1800 && date.getYear() <= 2200 ? Optional.of(date.toString()) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> number(String text) {
    if (!text.matches("-?\\d{1,14}(\\.\\d{1,6})?")) return Optional.empty();
    var number = new BigDecimal(text).stripTrailingZeros();
    return Optional.of(number.signum() == 0 ? "0" : number.toPlainString());
  }

  private static Optional<String> flag(String text) {
    var word = text.toLowerCase(Locale.ROOT);
    return YES.contains(word) ? Optional.of("true") : NO.contains(word) ? Optional.of("false") : Optional.empty();
  }

  private static Optional<String> flawed(ContactField field, String code, String remedy, List<Flaw> flaws) {
    flaws.add(new Flaw(field.name(), code, remedy));
    return Optional.empty();
  }
}
