package org.enlacehub.channel.email.reading;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML of mails as text, and as HTML that is safe to show. Nothing that a mail points to is ever loaded. */
public final class HtmlText {
  private static final int LONGEST = 1_000_000;
  private static final List<String> BLOCKS = List.of("p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table",
      "blockquote", "pre", "hr", "section", "article", "address", "center");
  /** Containers in which mail programs put the mail that is answered: Gmail, Outlook, Yahoo, Apple, Thunderbird, Zimbra, ProtonMail. */
  private static final String QUOTES = "blockquote[type=cite], .gmail_quote, .gmail_quote_container, .gmail_extra .gmail_attr, .yahoo_quoted, .yahoo-quoted-begin,"
      + " .moz-cite-prefix, .moz-signature, .gmail_signature, .gmail_attr, #divRplyFwdMsg ~ *, #divRplyFwdMsg, #appendonsend ~ *, #appendonsend,"
      + " [id~=(?i)x?_?mail-editor-reference-message-container], .protonmail_quote, .protonmail_signature_block, .zmail_extra,"
      + " [name=messageReplySection], [data-marker=__QUOTED_TEXT__], #reply-intro ~ *, #reply-intro, .ms-outlook-mobile-reference-message,"
      + " [id~=(?i)^ms-outlook-mobile-signature], .AppleMailSignature, #AppleMailSignature, [id^=ymail_android_signature], .OutlookMessageHeader ~ *,"
      + " .OutlookMessageHeader, .quoted-text";
  private static final Safelist SHOWN = Safelist.relaxed().removeTags("img").removeProtocols("a", "href", "ftp")
      .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow").addEnforcedAttribute("a", "target", "_blank");

  private HtmlText() {}

  /** What a person would read, with the line breaks of blocks; links keep their words only. */
  public static String of(String html) {
    return text(parse(html));
  }

  /** Tags of text only: no scripts, styles, forms, frames, pictures, nor any address but of links. */
  public static String safe(String html) {
    return Jsoup.clean(bounded(html), SHOWN);
  }

  static boolean marksQuotes(String html) {
    return parse(html).selectFirst(QUOTES) != null;
  }

  /** As {@link #of}, without what mail programs mark as another mail or as a signature. */
  static String withoutQuotes(String html) {
    var document = parse(html);
    document.select(QUOTES).remove();
    return text(document);
  }

  private static Document parse(String html) {
    return Jsoup.parse(bounded(html));
  }

  private static String bounded(String html) {
    return html.length() > LONGEST ? html.substring(0, LONGEST) : html;
  }

  private static String text(Document document) {
    document.select("script, style, head, title, template, noscript").remove();
    var out = new StringBuilder();
    NodeTraversor.traverse(new NodeVisitor() {
      @Override
      public void head(Node node, int depth) {
        switch (node) {
          case Comment _ -> { }
          case TextNode text -> words(out, text);
          case Element br when br.nameIs("br") -> out.append('\n');
          case Element block when BLOCKS.contains(block.normalName()) -> startLine(out);
          default -> { }
        }
      }

      @Override
      public void tail(Node node, int depth) {
        if (node instanceof Element block && BLOCKS.contains(block.normalName())) {
          startLine(out);
          if (block.nameIs("p")) {
            out.append('\n');
          }
        } else if (node instanceof Element cell && (cell.nameIs("td") || cell.nameIs("th"))) {
          out.append(' ');
        }
      }
    }, document.body());
    return out.toString().replace('\u00a0', ' ').replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
  }

  private static void words(StringBuilder out, TextNode node) {
    boolean kept = node.parent() instanceof Element parent && parent.closest("pre") != null;
    var text = kept ? node.getWholeText() : node.getWholeText().replaceAll("[ \\t\\r\\n]+", " ");
    boolean begins = out.isEmpty() || out.charAt(out.length() - 1) == '\n' || out.charAt(out.length() - 1) == ' ';
    out.append(!kept && begins ? text.replaceFirst("^ ", "") : text);
  }

  private static void startLine(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }
}
