package org.enlacehub.routing;

/**
 * How a name sounds to somebody who writes Spanish: what is written differently and heard alike becomes equal.
 * "filadelfia" and "philadelphia", "misisipi" and "mississippi", "denber" and "denver".
 */
final class Sounds {
  private Sounds() {}

  static String of(String folded) {
    var s = folded.replace(" ", "").replace("ph", "f").replace("th", "t").replace("ck", "k").replace("qu", "k").replace("q", "k")
        .replace("gh", "g").replace("wh", "w").replace("sch", "sk").replace("ch", "\u0001").replace("sh", "\u0001")
            .replace("ce", "se").replace("ci", "si")
        .replace("c", "k").replace("z", "s").replace("v", "b").replace("ee", "i").replace("oo", "u").replace("ou", "u")
            .replace("y", "i")
        .replace("ge", "je").replace("gi", "ji").replace("gu", "w").replace("hu", "w").replace("h", "").replace("x", "s");
    var out = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (out.isEmpty() || out.charAt(out.length() - 1) != c) {
        out.append(c);
      }
    }
    if (out.length() > 4 && out.charAt(out.length() - 1) == 'e') {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }
}
