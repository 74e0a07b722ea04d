package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes the HTML page of a mail from what was written: Markdown or HTML, inside the language's frame. */
final class MailBody {
  /** Where the frame takes in the text. */
  static final String CONTENT = "<!--content-->";
  private static final String BARE = """
      <!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
      <body>%s</body></html>""".formatted(CONTENT);
  private static final Pattern WHOLE_PAGE = Pattern.compile("(?is)^\\s*(<!doctype|<html).*");
  private static final Parser MARKDOWN = Parser.builder().build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).build();

  private MailBody() {}

  /** Markdown becomes HTML before values are filled in, so that a value can never be read as Markdown. */
  static String fromMarkdown(String markdown, @Nullable String frame) {
    return framed(RENDERER.render(MARKDOWN.parse(markdown)), frame);
  }

  /** A whole page stays as it is; a fragment is framed. */
  static String fromHtml(String html, @Nullable String frame) {
    return WHOLE_PAGE.matcher(html).matches() ? html : framed(html, frame);
  }

  private static String framed(String fragment, @Nullable String frame) {
    return (frame == null ? BARE : frame).replace(CONTENT, fragment.strip());
  }
}
