package org.enlacehub.contact.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers that a file asks for again and again, such as the country of each row. Bounded; not for several threads. */
final class Remembered {
  private static final int MOST = 5_000;

  private final Map<String, Optional<String>> answers = new HashMap<>();

  Optional<String> of(String question, Function<String, Optional<String>> answer) {
    var known = answers.get(question);
    if (known == null) {
      known = answer.apply(question);
      if (answers.size() < MOST) {
        answers.put(question, known);
      }
    }
    return known;
  }

  /** Place names, remembered. */
  static PlaceNames places(PlaceNames names) {
    var countries = new Remembered();
    var areas = new HashMap<String, Remembered>();
    return new PlaceNames() {
      @Override public Optional<String> country(String text) {
        return countries.of(text, names::country);
      }

      @Override public Optional<String> area(String country, String text) {
        return areas.computeIfAbsent(country, _ -> new Remembered()).of(text, asked -> names.area(country, asked));
      }
    };
  }
}
