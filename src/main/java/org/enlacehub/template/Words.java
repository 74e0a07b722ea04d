package org.enlacehub.template;

import java.util.Map;
import org.enlacehub.platform.config.YamlMap;

/**
 * A few words in one or several languages: {@code title: {es: …, en: …}}, or {@code title: …} for all.
 *
 * @param byLanguage language → words; {@code ""} for every language
 */
public record Words(Map<String, String> byLanguage) {
  public Words {
    byLanguage = Map.copyOf(byLanguage);
  }

  static Words read(YamlMap yaml, String key) {
    return new Words(yaml.isMap(key) ? yaml.textMap(key) : yaml.text(key).map(text -> Map.of("", text)).orElse(Map.of()));
  }

  /** In the language, else in Spanish, else in any; empty when there are none. */
  public String in(String language) {
    for (var candidate : new String[] {language, "", "es"}) {
      if (byLanguage.containsKey(candidate)) {
        return byLanguage.get(candidate);
      }
    }
    return byLanguage.values().stream().findFirst().orElse("");
  }

  public boolean isEmpty() {
    return byLanguage.values().stream().allMatch(String::isBlank);
  }
}
