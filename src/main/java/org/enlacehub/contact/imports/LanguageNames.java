package org.enlacehub.contact.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Languages by code (ISO 639, BCP 47) and by name in Spanish and English; Mayan languages in their several spellings. */
final class LanguageNames {
  private static final Map<String, String> CODES = codes();
  private static final Pattern REGION = Pattern.compile("[-_][A-Za-z]{2}([-_].*)?$");

  private LanguageNames() {}

  private static Map<String, String> codes() {
    var codes = new HashMap<String, String>();
    for (var code : Locale.getISOLanguages()) {
      var locale = Locale.of(code);
      codes.put(code, code);
      for (var reader : Set.of(Locale.of("es"), Locale.ENGLISH)) {
        codes.putIfAbsent(Folded.of(locale.getDisplayLanguage(reader)), code);
      }
      try {
        codes.putIfAbsent(locale.getISO3Language(), code);
      } catch (MissingResourceException e) {
        // a code without three letters is known by its two
      }
    }
    for (var row : WordTable.rows("languages.csv")) {
      codes.put(row.get(0), row.get(0));
      for (var name : WordTable.words(row.get(1))) {
        codes.put(Folded.of(name), row.get(0));
      }
    }
    return Map.copyOf(codes);
  }

  /** ISO 639-1, or 639-3 where there is none; a region such as in es-GT is dropped. */
  static Optional<String> code(String text) {
    var base = REGION.matcher(text).replaceFirst("");
    return Optional.ofNullable(CODES.get(Folded.of(base))).or(() -> Optional.ofNullable(CODES.get(Folded.of(base.replaceAll("\\([^)]*\\)", "")))));
  }
}
