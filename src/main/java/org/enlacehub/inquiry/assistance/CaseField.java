package org.enlacehub.inquiry.assistance;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * One thing that is written down about an entry of a record; its code is the end of the key of its label.
 *
 * @param options codes to choose from, the first is the usual one; empty for words
 */
public record CaseField(String code, Type type, boolean required, List<String> options) {
  private static final int LINE = 200;
  private static final int TEXT = 4_000;

  /** How it is written. */
  public enum Type { LINE, TEXT, DATE, CHOICE }

  static CaseField line(String code) {
    return new CaseField(code, Type.LINE, false, List.of());
  }

  static CaseField text(String code) {
    return new CaseField(code, Type.TEXT, false, List.of());
  }

  static CaseField date(String code) {
    return new CaseField(code, Type.DATE, false, List.of());
  }

  static CaseField choice(String code, String... options) {
    return new CaseField(code, Type.CHOICE, true, List.of(options));
  }

  CaseField needed() {
    return new CaseField(code, type, true, options);
  }

  /** In characters. */
  public int longest() {
    return type == Type.TEXT ? TEXT : LINE;
  }

  /** Code of what is wrong with what was written; null for nothing. */
  @Nullable String flaw(String value) {
    if (value.isEmpty()) {
      return required ? "missing" : null;
    }
    return switch (type) {
      case LINE, TEXT -> value.length() > longest() ? "long" : null;
      case CHOICE -> options.contains(value) ? null : "unknown";
      case DATE -> day(value) == null ? "date" : null;
    };
  }

  /** A day as ISO 8601 writes it; null for anything else. */
  static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
