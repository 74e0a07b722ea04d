package org.enlacehub.template.sms;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What stands for a character in GSM-7: first spellings that read the same, then letters without their accent. */
final class Equivalents {
  private static final Map<Integer, String> TYPOGRAPHIC = typographic();

  private Equivalents() {}

  /** Any equivalent, accents given up where needed. */
  static Optional<String> of(int point) {
    return typographic(point).or(() -> withoutAccent(point));
  }

  /** An equivalent that loses nothing a reader would miss: quotes, dashes, spaces, ordinals. */
  static Optional<String> typographic(int point) {
    return Optional.ofNullable(TYPOGRAPHIC.get(point));
  }

  /** The letter without its accent, when that letter is in GSM-7: ú to u, ç to c, č to c. */
  static Optional<String> withoutAccent(int point) {
    if (!Character.isLetter(point)) {
      return Optional.empty();
    }
    var base = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return !base.isEmpty() && base.codePointAt(0) != point && SmsText.isGsm7(base) ? Optional.of(base) : Optional.empty();
  }

  private static Map<Integer, String> typographic() {
    var map = new HashMap<Integer, String>();
    // Apostrophes, among them the letter ʼ with which Mayan languages are written and the ’ that telephones put in its place.
    put(map, "'", "\u2018\u2019\u201A\u201B\u02BC\u02BB\u02B9\u02BE\u02BF\u2032\u00B4`\uFF07\uA78C");
    put(map, "\"", "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\uFF02");
    put(map, "-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u00B7\u25CF\u25AA");
    put(map, " ", "\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t");
    // Zero width space and its kin; the joiner U+200D stays, it holds emoji together.
    put(map, "", "\u200B\u200C\u200E\u200F\u2060\uFEFF\u00AD\u202A\u202B\u202C\u2066\u2067\u2068\u2069");
    put(map, "\n", "\u2028\u2029\u0085\u000B");
    map.put(0x2026, "...");
    map.put(0x00BA, "o");
    map.put(0x00B0, "o");
    map.put(0x00AA, "a");
    map.put(0x2116, "No.");
    map.put(0x00D7, "x");
    map.put(0x00F7, "/");
    map.put(0x2044, "/");
    map.put(0x00BD, "1/2");
    map.put(0x00BC, "1/4");
    map.put(0x00BE, "3/4");
    map.put(0x2122, "(TM)");
    map.put(0x00AE, "(R)");
    map.put(0x00A9, "(c)");
    map.put(0x2192, "->");
    map.put(0x2190, "<-");
    map.put(0xFB01, "fi");
    map.put(0xFB02, "fl");
    return Map.copyOf(map);
  }

  private static void put(Map<Integer, String> map, String replacement, String characters) {
    characters.chars().forEach(c -> map.put(c, replacement));
  }
}
