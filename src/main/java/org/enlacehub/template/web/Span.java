package org.enlacehub.template.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of a WhatsApp text as the phone shows it. */
public record Span(String text, boolean bold, boolean italic) {
  private static final Pattern MARKED = Pattern.compile("(?<![\\p{L}\\p{N}])([*_])(?=\\S)([^*_\\n]+?)(?<=\\S)\\1(?![\\p{L}\\p{N}])");

  /** The pieces of a text, in order; marks that WhatsApp would show stay. */
  public static List<Span> of(String text) {
    var spans = new ArrayList<Span>();
    var marked = MARKED.matcher(text);
    int at = 0;
    while (marked.find()) {
      if (marked.start() > at) {
        spans.add(new Span(text.substring(at, marked.start()), false, false));
      }
      spans.add(new Span(marked.group(2), marked.group(1).equals("*"), marked.group(1).equals("_")));
      at = marked.end();
    }
    if (at < text.length()) {
      spans.add(new Span(text.substring(at), false, false));
    }
    return spans;
  }
}
