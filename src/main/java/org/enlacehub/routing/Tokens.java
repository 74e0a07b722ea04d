package org.enlacehub.routing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.routing.Token.Gap;
import org.enlacehub.territory.PlaceNames;

/** Cuts a message into words, and keeps where each stands. */
final class Tokens {
  /** What people say of where they are stands early; the rest of a flood is not read. */
  private static final int MAX_CHARACTERS = 5_000;
  private static final int MAX_WORD = 40;
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,80}@\\S{1,200}|https?://\\S{1,500}|www\\.\\S{1,500}");
  private static final Set<String> ABBREVIATED = Set.of("st", "ste", "ft", "cd", "sta", "sto", "mt", "sn", "edo", "fla", "mass",
      "tenn");

  private Tokens() {}

  static List<Token> of(String message, Map<String, String> shorthand) {
    var text = withoutAddresses(message.substring(0, Math.min(message.length(), MAX_CHARACTERS)));
    var tokens = new ArrayList<Token>();
    var word = new StringBuilder();
    int end = text.length();
    int start = 0;
    var gap = Gap.NONE;
    for (int i = 0; i <= end; i++) {
      char c = i < end ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c) || (Character.getType(c) == Character.NON_SPACING_MARK && !word.isEmpty())) {
        if (word.isEmpty()) {
          start = i;
        }
        word.append(c);
      } else if (!apostrophe(c) || word.isEmpty() || i + 1 >= end || !Character.isLetter(text.charAt(i + 1))) {
        if (!word.isEmpty()) {
          if (word.length() <= MAX_WORD) {
            tokens.add(token(word.toString(), start, i, gap, shorthand));
          }
          gap = Gap.NONE;
        }
        gap = wider(gap, separation(c, i + 1 < end ? text.charAt(i + 1) : ' ', word.toString().toLowerCase(Locale.ROOT)));
        word.setLength(0);
      }
    }
    return tokens;
  }

  /** Mail and web addresses hold names that say nothing; blanks keep the places of the other words. */
  private static String withoutAddresses(String text) {
    return text.indexOf('@') < 0 && text.indexOf("://") < 0 && text.indexOf("www.") < 0 ? text
        : ADDRESS.matcher(text).replaceAll(match -> " ".repeat(match.end() - match.start()));
  }

  private static Token token(String raw, int start, int end, Gap gap, Map<String, String> shorthand) {
    var folded = fold(raw);
    return new Token(folded, PlaceNames.canonical(folded), shorthand.getOrDefault(folded, folded), start, end, gap,
        raw.equals(raw.toUpperCase(Locale.ROOT)) && !raw.equals(raw.toLowerCase(Locale.ROOT)));
  }

  private static String fold(String raw) {
    boolean ascii = true;
    for (int i = 0; i < raw.length(); i++) {
      ascii &= raw.charAt(i) < 128;
    }
    var folded = ascii ? raw.toLowerCase(Locale.ROOT) : PlaceNames.fold(Normalizer.normalize(raw, Normalizer.Form.NFC));
    return folded.isEmpty() ? raw : folded;
  }

  private static Gap separation(char c, char next, String word) {
    return switch (c) {
      case ',', '/', '-', '(', ')', ':' -> Gap.COMMA;
      case '.' -> word.length() < 2 || ABBREVIATED.contains(word) || Character.isLetterOrDigit(next) ? Gap.NONE : Gap.STOP;
      case '!', '?', ';', '\n', '¿', '¡', '|', '…' -> Gap.STOP;
      default -> Character.isSurrogate(c) ? Gap.STOP : Gap.NONE;
    };
  }

  private static Gap wider(Gap a, Gap b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '’' || c == 'ʼ' || c == '`';
  }
}
