package org.enlacehub.template;

import java.util.Optional;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/**
 * The two parts of a text file: {@code key: value} lines between two lines of {@code ---}, which may be absent, and the text.
 *
 * @param bodyLine the line of the file on which the text begins
 */
record FrontMatter(Optional<YamlMap> head, String body, int bodyLine) {

  static FrontMatter split(String content, String display, Findings findings) {
    if (!content.startsWith("---\n")) {
      return new FrontMatter(Optional.empty(), content.strip(), 1 + leadingLines(content));
    }
    int end = content.startsWith("---\n", 4) ? 4 : content.indexOf("\n---\n", 3) + 1;
    if (end == 0) {
      findings.add(display, 1, "The block of '---' is never closed.", "Write '---' on a line of its own after the keys.");
      return new FrontMatter(Optional.empty(), "", 1);
    }
    var yaml = content.substring(4, end);
    var body = content.substring(end + 4);
    var head = yaml.isBlank() ? Optional.<YamlMap>empty() : YamlFile.parse(yaml, display, 2, findings);
    int line = 1 + (int) content.substring(0, end + 4).chars().filter(c -> c == '\n').count();
    return new FrontMatter(head, body.strip(), line + leadingLines(body));
  }

  private static int leadingLines(String text) {
    int start = text.length() - text.stripLeading().length();
    return (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
  }
}
