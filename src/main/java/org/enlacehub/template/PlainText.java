package org.enlacehub.template;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text part of a mail, made from its HTML: paragraphs, list items, and links with their address. */
final class PlainText {
  private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "table", "hr");
  private static final Set<String> LINES = Set.of("div", "li", "tr", "section", "header", "footer");
  private final StringBuilder out = new StringBuilder();

  private PlainText() {}

  /** Placeholders are text like any other, so it works on a template as on a finished page. */
  static String of(String html) {
    var plain = new PlainText();
    plain.write(Jsoup.parse(html).body());
    return plain.out.toString().replaceAll("[ ]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }

  private void write(Node node) {
    if (node instanceof TextNode text) {
      words(text.getWholeText());
      return;
    }
    if (!(node instanceof Element element) || Set.of("style", "script", "title").contains(element.normalName())) {
      return;
    }
    var name = element.normalName();
    if (name.equals("br")) {
      out.append('\n');
      return;
    }
    int breaks = PARAGRAPHS.contains(name) ? 2 : LINES.contains(name) ? 1 : 0;
    newLine(breaks);
    if (name.equals("li")) {
      out.append("- ");
    }
    int start = out.length();
    element.childNodes().forEach(this::write);
    if (name.equals("a")) {
      address(element.attr("href"), out.substring(start).strip());
    }
    newLine(breaks);
  }

  private void address(String href, String label) {
    var bare = href.replaceFirst("^(mailto|tel):", "");
    if (!href.isEmpty() && !label.equals(href) && !label.equals(bare)) {
      out.append(": ").append(bare);
    }
  }

  private void words(String text) {
    var words = text.replaceAll("\\s+", " ");
    boolean lineBegins = out.isEmpty() || out.charAt(out.length() - 1) == '\n' || out.charAt(out.length() - 1) == ' ';
    out.append(lineBegins ? words.stripLeading() : words);
  }

  private void newLine(int breaks) {
    if (breaks == 0 || out.isEmpty()) {
      return;
    }
    int have = 0;
    while (have < out.length() && out.charAt(out.length() - 1 - have) == '\n') {
      have++;
    }
    out.append("\n".repeat(Math.max(0, breaks - have)));
  }
}
