package org.enlacehub.contact.imports;

import java.util.ArrayList;
import java.util.List;

/** Finds which of comma, semicolon, tab and bar parts the cells, from the first lines of the file. */
final class Separator {
  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int LINES = 50;

  private Separator() {}

  /** @param head the start of the text, decoded; its last line may be cut off */
  static char of(String head) {
    var declared = declared(head);
    if (declared != 0) {
      return declared;
    }
    char best = ',';
    double bestScore = 0;
    for (char candidate : CANDIDATES) {
      var widths = widths(head, candidate);
      int heading = widths.isEmpty() ? 1 : widths.getFirst();
      if (heading < 2) {
        continue;
      }
      long alike = widths.stream().filter(w -> w == heading).count();
      double score = (double) alike / widths.size() * (1 + Math.log(heading));
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return best;
  }

  /** The separator of Excel's own first line {@code sep=;}, or 0. */
  static char declared(String head) {
    boolean hasLine = head.length() > 4 && head.regionMatches(true, 0, "sep=", 0, 4) && (head.length() == 5 || head.charAt(5) < ' ');
    if (hasLine) {
      for (char candidate : CANDIDATES) {
        if (head.charAt(4) == candidate) {
          return candidate;
        }
      }
    }
    return 0;
  }

  /** The number of cells of each line that is not blank; separators and line ends within quotes do not count. */
  private static List<Integer> widths(String head, char separator) {
    var widths = new ArrayList<Integer>();
    boolean quoted = false;
    boolean blank = true;
    int width = 1;
    char before = separator;
    for (int i = 0; i < head.length() && widths.size() < LINES; i++) {
      char c = head.charAt(i);
      if (c == '"' && (quoted || before == separator || before == '\n' || before == '\r')) {
        quoted = !quoted;
      } else if (!quoted && c == separator) {
        width++;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (!blank) {
          widths.add(width);
        }
        width = 1;
        blank = true;
        before = c;
        continue;
      }
      blank &= c <= ' ';
      before = c;
    }
    if (!blank && widths.size() < LINES && (widths.isEmpty() || !quoted && width == widths.getFirst())) {
      widths.add(width);
    }
    return widths;
  }
}
