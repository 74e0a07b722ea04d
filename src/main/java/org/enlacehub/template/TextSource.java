package org.enlacehub.template;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text file of a template by its name, {@code es.sms.txt}: language, medium, ending.
 *
 * @param file as a person would type it
 */
record TextSource(String language, Medium medium, String ending, String file, String content) {
  private static final Pattern NAME = Pattern.compile("([a-z]{2,3})\\.([a-z]+)\\.([a-z]+)");

  /** Empty when the name is not that of a text. */
  static Optional<TextSource> of(String name, String file, String content) {
    var parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Medium.of(parts.group(2)).filter(m -> m.extensions().contains(parts.group(3)))
        .map(m -> new TextSource(parts.group(1), m, parts.group(3), file, content));
  }
}
