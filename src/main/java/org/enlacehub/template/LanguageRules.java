package org.enlacehub.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.enlacehub.platform.config.YamlMap;

/**
 * Which language a person is written to when a text lacks theirs; read from {@code templates/_shared/languages.yml}.
 *
 * @param standard the language that stands in for every other
 * @param required the languages that every text must have
 * @param fallback language → the one to try next
 * @param locales language → how its dates and numbers are written, where it is not the language's usual way
 */
public record LanguageRules(String standard, List<String> required, Map<String, String> fallback, Map<String, String> locales) {
  /** What holds without a file: Spanish and English, Spanish for all others. */
  public static final LanguageRules USUAL =
      new LanguageRules("es", List.of("es", "en"), Map.of(), Map.of("es", "es-GT", "en", "en-US"));

  /** Reads the file's mapping; findings go to where it was read with. */
  static LanguageRules read(YamlMap yaml) {
    yaml.allowOnly("default", "required", "fallback", "locales");
    var required = yaml.has("required") ? yaml.texts("required") : USUAL.required;
    var locales = yaml.has("locales") ? yaml.textMap("locales") : USUAL.locales;
    return new LanguageRules(yaml.text("default").orElse(USUAL.standard), List.copyOf(required),
        Map.copyOf(yaml.textMap("fallback")), Map.copyOf(locales));
  }

  /** The languages to try for a person, best first: {@code es-GT} counts as {@code es}. */
  public List<String> chain(String language) {
    var chain = new LinkedHashSet<String>();
    var next = primary(language);
    while (next != null && !next.isEmpty() && chain.add(next)) {
      next = fallback.get(next);
    }
    chain.add(standard);
    chain.addAll(required);
    return List.copyOf(chain);
  }

  /** How dates and numbers are written in a language. */
  public Locale locale(String language) {
    return Locale.forLanguageTag(locales.getOrDefault(language, language));
  }

  private static String primary(String language) {
    var tag = language.strip().toLowerCase(Locale.ROOT);
    int end = tag.indexOf('-') < 0 ? tag.indexOf('_') : tag.indexOf('-');
    return end < 0 ? tag : tag.substring(0, end);
  }
}
