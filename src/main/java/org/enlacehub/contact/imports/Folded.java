package org.enlacehub.contact.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text reduced to what counts when words are compared: no accents, case, punctuation or doubled blanks. */
final class Folded {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GLUE = Pattern.compile("['\u2019\u02bc\u2018`\u00b4]");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folded() {}

  /** For example "Teléfono  (Móvil)" becomes "telefono movil"; apostrophes join, so "K'iche'" becomes "kiche". */
  static String of(String text) {
    if (isFolded(text)) {
      return text;
    }
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return OTHER.matcher(GLUE.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }
}
