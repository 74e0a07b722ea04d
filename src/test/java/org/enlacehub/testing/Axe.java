package org.enlacehub.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks axe-core whether a page can be used by everyone. The script comes from Deque's jar; running it needs nothing else of it. */
public final class Axe {
  private static final String RUN = """
      async () => {
        const found = await axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']});
        return found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' — '
          + (n.any[0] || n.all[0] || n.none[0] || {message: v.help}).message));
      }""";

  private Axe() {}

  /** One line for each violation: rule, element, what is wrong. */
  @SuppressWarnings("unchecked")
  public static List<String> check(Page page) {
    page.evaluate(script());
    return (List<String>) page.evaluate(RUN);
  }

  private static String script() {
    try (var in = Axe.class.getClassLoader().getResourceAsStream("axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
