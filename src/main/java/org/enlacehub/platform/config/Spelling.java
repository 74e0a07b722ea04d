package org.enlacehub.platform.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean …?" for keys, fields and codes. */
public final class Spelling {
  private Spelling() {}

  /** The candidate that is at most a third of its length (and at least one letter) away from what was typed. */
  public static Optional<String> nearest(String typed, Collection<String> candidates) {
    return candidates.stream()
        .filter(c -> distance(typed, c) <= Math.max(1, c.length() / 3))
        .min(Comparator.comparingInt(c -> distance(typed, c)));
  }

  /** Edits (insert, delete, replace, swap of neighbours) between two words, case ignored. */
  public static int distance(String left, String right) {
    var a = left.toLowerCase(Locale.ROOT);
    var b = right.toLowerCase(Locale.ROOT);
    var d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
