package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers that officers use often, from {@code config/inquiry/replies.yml}, filled in for one person in their language. */
public final class ReadyReplies {
  static final Set<String> VARIABLES = Set.of("given_name", "reference", "consulate_name", "consulate_phone", "officer");
  static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");
  private static final String FALLBACK = "es";
  private final List<ReadyReply> all;

  ReadyReplies(List<ReadyReply> all) {
    this.all = List.copyOf(all);
  }

  /** An answer ready to be put into the field. */
  public record Filled(String code, String title, String text) {}

  /**
   * All of them for a person.
   *
   * @param language the person's, ISO 639; Spanish where there is no text in it
   * @param staffLanguage of the titles
   * @param values by variable; what is absent leaves nothing behind
   */
  public List<Filled> fill(String language, String staffLanguage, Map<String, ?> values) {
    return all.stream().map(r -> new Filled(r.code(), in(r.title(), staffLanguage), fill(in(r.text(), language), values))).toList();
  }

  /** A text with variables, such as an officer writes for many at once, filled in for one person. */
  public static String fill(String text, Map<String, ?> values) {
    return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values.get(found.group(1)))))
        .replaceAll(" {2,}", " ").strip();
  }

  /** A given name comes with its comma, so that its absence leaves a whole sentence. */
  private static String value(String name, @Nullable Object value) {
    var text = value == null ? "" : value.toString();
    return text.isBlank() ? "" : name.equals("given_name") ? ", " + text : text;
  }

  /** The text in a language, ISO 639; Spanish where there is none in it. */
  static String in(Map<String, String> texts, String language) {
    return texts.getOrDefault(language.toLowerCase(Locale.ROOT), texts.get(FALLBACK));
  }
}
