package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.territory.PlaceNames;

/**
 * What is said at once to somebody in danger, from {@code config/inquiry/safety.yml}: a sentence by category and country, and the first
 * question whose answer has not been given.
 *
 * @param facts what a message may have said already, by name
 * @param byCategory {@code default} stands in for every category that is not named
 */
record SafetyWords(Map<String, List<Pattern>> facts, Map<String, Words> byCategory) {
  static final String DEFAULT = "default";
  /** The fact that routing tells and no pattern. */
  static final String PLACE = "place";

  /**
   * Of one category.
   *
   * @param says by language
   * @param in the same by country, where it is another one
   */
  record Words(Map<String, String> says, Map<String, Map<String, String>> in, List<Question> ask) {}

  /** @param unless the fact that makes it needless; null for the last one */
  record Question(@Nullable String unless, Map<String, String> text) {}

  /** What is said. */
  record Said(String sentence, String question) {}

  /**
   * For one person.
   *
   * @param country where they are, ISO 3166-1 or empty
   * @param language ISO 639; Spanish stands in for languages without words of their own
   * @param message what they wrote
   * @param place whether they said where
   */
  Said of(String category, String country, String language, String message, boolean place) {
    var words = byCategory.getOrDefault(category, byCategory.get(DEFAULT));
    var known = known(message, place);
    var question = words.ask().stream().filter(q -> q.unless() == null || !known.contains(q.unless())).findFirst().orElseThrow();
    return new Said(ReadyReplies.in(words.in().getOrDefault(country, words.says()), language), ReadyReplies.in(question.text(), language));
  }

  private Set<String> known(String message, boolean place) {
    var plain = PlaceNames.fold(message);
    var known = new HashSet<String>();
    if (place) {
      known.add(PLACE);
    }
    facts.forEach((fact, patterns) -> {
      if (patterns.stream().anyMatch(pattern -> pattern.matcher(plain).find())) {
        known.add(fact);
      }
    });
    return known;
  }
}
