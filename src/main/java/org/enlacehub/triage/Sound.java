package org.enlacehub.triage;

/**
 * Spells a word as it sounds in Central American Spanish, so that "nesesito", "kiero", "enbarasada" and "yebaron" meet their
 * dictionary forms: b=v, s=z=x=soft c, k=q=hard c, y=ll, j=soft g, silent h, m before b and p, no double letters.
 */
final class Sound {
  private Sound() {}

  /** The sound of a lower-case word without accents; letters outside a-z stay as they are. */
  static String of(String plain) {
    var out = new StringBuilder(plain.length());
    int n = plain.length();
    for (int i = 0; i < n; i++) {
      char c = plain.charAt(i);
      char next = i + 1 < n ? plain.charAt(i + 1) : 0;
      boolean soft = next == 'e' || next == 'i';
      switch (c) {
        case 'h' -> {
          if (next == 'i' && i + 2 < n && plain.charAt(i + 2) == 'e') {
            add(out, 'y');
            i++;
          }
        }
        case 'c' -> {
          if (next == 'h') {
            add(out, 'C');
            i++;
          } else {
            add(out, soft ? 's' : 'k');
          }
        }
        case 'q' -> {
          add(out, 'k');
          if (next == 'u') {
            i++;
          }
        }
        case 'g' -> {
          if (next == 'u' && i + 2 < n && (plain.charAt(i + 2) == 'e' || plain.charAt(i + 2) == 'i')) {
            add(out, 'g');
            i++;
          } else {
            add(out, soft ? 'j' : 'g');
          }
        }
        case 'l' -> {
          if (next == 'l') {
            add(out, 'y');
            i++;
          } else {
            add(out, 'l');
          }
        }
        case 'n' -> add(out, next == 'b' || next == 'p' || next == 'v' ? 'm' : 'n');
        case 'v' -> add(out, 'b');
        case 'z', 'x' -> add(out, 's');
        default -> add(out, c);
      }
    }
    return out.toString();
  }

  private static void add(StringBuilder out, char c) {
    if (out.isEmpty() || out.charAt(out.length() - 1) != c) {
      out.append(c);
    }
  }
}
