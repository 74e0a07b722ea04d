package org.enlacehub.channel.email.reading;

/** Joins the soft line breaks of {@code format=flowed} (RFC 3676). */
final class FlowedText {
  private FlowedText() {}

  static String joined(String text, boolean deleteSpace) {
    var out = new StringBuilder(text.length());
    boolean soft = false;
    int depth = 0;
    for (var raw : (Iterable<String>) text.lines()::iterator) {
      int quoted = quotes(raw);
      var line = raw.substring(quoted);
      var words = line.startsWith(" ") ? line.substring(1) : line;
      boolean joins = soft && quoted == depth;
      if (!joins) {
        out.append(out.isEmpty() ? "" : "\n").append(quoted > 0 ? ">".repeat(quoted) + " " : "");
      }
      soft = words.endsWith(" ") && !words.equals("-- ");
      out.append(soft && deleteSpace ? words.substring(0, words.length() - 1) : words);
      depth = quoted;
    }
    return out.toString();
  }

  private static int quotes(String line) {
    int n = 0;
    while (n < line.length() && line.charAt(n) == '>') {
      n++;
    }
    return n;
  }
}
