package org.enlacehub.audience;

import java.util.stream.Collectors;
import org.enlacehub.platform.i18n.Texts;

/** Tells what is wrong with a query in the reader's language. */
public final class ErrorTexts {
  private static final int LONGEST = 60;

  private ErrorTexts() {}

  /** One sentence; what was probably meant is not in it. */
  public static String sentence(QueryError.At at, Texts t) {
    var found = at.details().isEmpty() ? "" : shortened(at.details().getFirst());
    var expected = at.details().stream().skip(1).map(word -> t.has("audience.expected." + word) ? t.get("audience.expected." + word) : word)
        .collect(Collectors.joining(", "));
    return t.get("audience.error." + at.code(), found, expected);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
