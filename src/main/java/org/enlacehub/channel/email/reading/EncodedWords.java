package org.enlacehub.channel.email.reading;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 2047 words in headers, also where they stand against the rules: inside quotes, with spaces, cut in the middle of a letter. */
final class EncodedWords {
  private static final Pattern WORD = Pattern.compile("=\\?([\\w.:+-]+?)(?:\\*[\\w-]+)?\\?([bBqQ])\\?([^?]*)\\?=");
  private static final Pattern BETWEEN = Pattern.compile("(\\?=)\\s+(=\\?)");
  private static final Pattern SAME = Pattern.compile("(=\\?([^?]+)\\?([bBqQ])\\?)([^?]*)\\?==\\?\\2\\?\\3\\?");

  private EncodedWords() {}

  static String decode(String text) {
    if (!text.contains("=?")) {
      return Charsets.repaired(text);
    }
    var joined = BETWEEN.matcher(text).replaceAll("$1$2");
    // A letter of several bytes may be cut between two words: join quoted ones of one charset before decoding.
    for (var next = joined; ; joined = next) {
      var match = SAME.matcher(joined);
      next = match.replaceAll(m -> Matcher.quoteReplacement(joins(m) ? m.group(1) + m.group(4) : m.group()));
      if (next.equals(joined)) {
        break;
      }
    }
    return WORD.matcher(joined).replaceAll(m -> Matcher.quoteReplacement(Charsets.decode(
        m.group(2).equalsIgnoreCase("b") ? Transfer.base64(m.group(3)) : quoted(m.group(3)), m.group(1))));
  }

  private static boolean joins(MatchResult first) {
    return first.group(3).equalsIgnoreCase("q") || first.group(4).length() % 4 == 0 && !first.group(4).contains("=");
  }

  private static byte[] quoted(String text) {
    return Transfer.quotedPrintable(text.replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1), true);
  }
}
