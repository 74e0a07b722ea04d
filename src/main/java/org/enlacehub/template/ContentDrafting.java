package org.enlacehub.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the registrable form of a WhatsApp text. */
final class ContentDrafting {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final int SUM = 8;

  private ContentDrafting() {}

  /** A body with numbered places, and the variables behind the numbers. */
  private record Numbered(String body, List<String> names) {}

  /**
   * @param required the variables that always have a value
   * @param samples words of each variable in the text's language
   */
  static ContentDraft of(String template, MessageText text, Set<String> required, Map<String, String> samples) {
    var numbered = numbered(text, required);
    var category = text.category() == null ? "utility" : text.category();
    var sum = TemplateContent.sum((category + "\n" + numbered.body).getBytes(StandardCharsets.UTF_8)).substring(0, SUM);
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < numbered.names.size(); i++) {
      values.put(Integer.toString(i + 1), oneLine(samples.getOrDefault(numbered.names.get(i), "")));
    }
    return new ContentDraft(template, template.replace('-', '_') + "_" + sum, text.language(), category, numbered.body, numbered.names,
        values);
  }

  private static Numbered numbered(MessageText text, Set<String> required) {
    var places = new HashMap<String, String>();
    text.used().forEach(name -> places.put(name,
        required.contains(name) || text.contentVariables().contains(name) ? "{{" + name + "}}" : ""));
    var names = new ArrayList<String>();
    var body = PLACE.matcher(text.body().fill(places).strip()).replaceAll(place -> {
      if (!names.contains(place.group(1))) {
        names.add(place.group(1));
      }
      return Matcher.quoteReplacement("{{" + (names.indexOf(place.group(1)) + 1) + "}}");
    });
    return new Numbered(body.replaceAll("\n{3,}", "\n\n"), names);
  }

  /** WhatsApp refuses line breaks, tabs and runs of spaces in a variable. */
  static String oneLine(String value) {
    return value.replaceAll("\\s+", " ");
  }
}
