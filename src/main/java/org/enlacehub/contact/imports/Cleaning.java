package org.enlacehub.contact.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is done to every cell before it is read as something: what cannot be seen goes, what Excel or a wrong encoding did is undone. */
final class Cleaning {
  /** Direction marks, zero-width characters, soft hyphens: they come along when numbers are copied from a phone. */
  private static final Pattern UNSEEN = Pattern.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085]+");
  private static final Set<String> NOTHING = Set.of("", "n/a", "na", "nd", "n/d", "s/d", "null", "none", "ninguno", "ninguna", "no tiene",
      "sin dato", "sin datos", "no aplica", "-", "--", "---", ".", "?");
  private static final Pattern ERROR = Pattern.compile("#(N/[AD]|¡?(REF|VALUE|VALOR|DIV/0|NUM|NULL|NULO)!|¿?(NAME|NOMBRE)\\?)");

  private Cleaning() {}

  /** One line, no blanks at the ends, nothing that cannot be seen. */
  static String line(String text) {
    var seen = isPlain(text) ? text : UNSEEN.matcher(text).replaceAll("");
    return isTidy(seen) ? seen : BLANKS.matcher(seen).replaceAll(" ").strip();
  }

  /** Without the apostrophe that keeps Excel from calculating. */
  static String unquoted(String text) {
    return text.length() > 1 && (text.charAt(0) == '\'' || text.charAt(0) == '\u2019')
        && ("=+-@(\t\r'".indexOf(text.charAt(1)) >= 0 || Character.isDigit(text.charAt(1))) ? text.substring(1) : text;
  }

  static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && "\t\n\r\u000b\f".indexOf(c) < 0 || c >= 0x7f && c < 0xa0 && c != 0x85) {
        return true;
      }
    }
    return false;
  }

  /** Whether letters were lost before the file came to us: the replacement character stands where one was. */
  static boolean isBroken(String text) {
    return text.indexOf('\ufffd') >= 0;
  }

  /** Whether people write this where they have nothing to say. */
  static boolean isNothing(String text) {
    return text.length() <= 10 && NOTHING.contains(text.toLowerCase(Locale.ROOT));
  }

  static boolean isExcelError(String text) {
    return !text.isEmpty() && text.charAt(0) == '#' && ERROR.matcher(text).matches();
  }

  /** UTF-8 that was once read as Windows-1252 ("JosÃ©") put right; the same text when it is not that. */
  static String unmangled(String text) {
    if (text.indexOf('\u00c3') < 0 && text.indexOf('\u00c2') < 0 && text.indexOf('\u00e2') < 0) {
      return text;
    }
    try {
      var bytes = TextEncoding.WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(text));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.array(), 0, bytes.limit())).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0xad || c == 0x34f || c == 0x61c || c >= 0x200b) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTidy(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == ' ' && before == ' ' || c == 0x85 || c == 0xa0 || c >= 0x1680) {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }
}
