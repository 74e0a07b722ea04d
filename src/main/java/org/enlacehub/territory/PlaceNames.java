package org.enlacehub.territory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How names are compared: no accents, no capitals, no punctuation, abbreviations of generic words written out. */
public final class PlaceNames {
  private static final Map<String, String> WRITTEN_OUT = Map.of(
      "st", "saint", "ste", "sainte", "ft", "fort", "mt", "mount", "cd", "ciudad", "sta", "santa", "sto", "santo", "sn", "san");

  private PlaceNames() {}

  /** Words of a name joined by one blank: {@code "St. Paul" → "saint paul"}. */
  public static String key(String name) {
    return String.join(" ", words(name));
  }

  /** The folded words. Apostrophes vanish, every other sign separates. */
  public static List<String> words(String name) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (char c : (fold(name) + " ").toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (c != '\'' && c != '’' && c != 'ʼ' && c != '`' && !word.isEmpty()) {
        words.add(canonical(word.toString()));
        word.setLength(0);
      }
    }
    return words;
  }

  /** One folded word with its abbreviation written out. */
  public static String canonical(String word) {
    return WRITTEN_OUT.getOrDefault(word, word);
  }

  /** Lower case without accents; punctuation stays. */
  public static String fold(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFD);
    var out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
