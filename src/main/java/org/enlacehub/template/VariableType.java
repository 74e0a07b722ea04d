package org.enlacehub.template;

import java.util.Locale;

/** What a variable holds, which decides how its value is checked and written. */
public enum VariableType {
  /** Any words. */
  TEXT,
  /** A day: {@code LocalDate}, anything that has one, or ISO 8601 text. */
  DATE,
  /** A day and, where it is known, a time of day, already in the zone the reader should see. */
  DATETIME,
  /** A time of day. */
  TIME,
  /** A number, written with the reader's separators. */
  NUMBER,
  /** An address that begins with https://, http://, mailto: or tel:. */
  LINK,
  /** A whole number that chooses among forms, such as "1 día", "3 días". */
  PLURAL;

  /** The word in {@code template.yml}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
