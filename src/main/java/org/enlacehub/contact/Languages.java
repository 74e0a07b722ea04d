package org.enlacehub.contact;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/** Codes of languages and zones in the one form in which they are stored. */
final class Languages {
  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private Languages() {}

  /** BCP 47 in canonical case, with the two-letter code where a language has one ({@code spa} is {@code es}). */
  static Optional<String> code(String text) {
    try {
      var locale = new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
      var language = TWO_LETTERS.getOrDefault(locale.getLanguage(), locale.getLanguage());
      if (language.length() < 2 || language.length() > 3) return Optional.empty();
      return Optional.of(new Locale.Builder().setLocale(locale).setLanguage(language).build().toLanguageTag());
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  static Optional<String> zone(String text) {
    try {
      var zone = ZoneId.of(text);
      return zone instanceof java.time.ZoneOffset || text.length() > 40 ? Optional.empty() : Optional.of(zone.getId());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> twoLetters() {
    var codes = new HashMap<String, String>();
    Arrays.stream(Locale.getISOLanguages()).filter(code -> code.length() == 2).forEach(code -> {
      try {
        codes.put(Locale.of(code).getISO3Language(), code);
      } catch (MissingResourceException e) {
        // A code without three letters is known by its two.
      }
    });
    return codes;
  }
}
