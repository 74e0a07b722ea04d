package org.enlacehub.triage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the language of a short, misspelt message by the words that only one language has, and by word endings.
 *
 * @param words for the languages that staff read: their common words
 * @param endings for the same languages: letters at the end of a word that speak for it, half as loud as a word
 * @param attested for other languages: words that a source attests; one of them decides
 */
record Languages(Map<String, Set<String>> words, Map<String, List<String>> endings, Map<String, Set<String>> attested) {
  static final String UNDETERMINED = "und";

  /** The same, knowing also the words that only one language's examples use: {@code counts} by language, then by word. */
  Languages learning(Map<String, Map<String, Integer>> counts) {
    var learnt = new LinkedHashMap<String, Set<String>>();
    words.forEach((code, own) -> {
      var more = new HashSet<>(own);
      counts.getOrDefault(code, Map.of()).forEach((word, count) -> {
        boolean elsewhere = words.entrySet().stream().anyMatch(other -> !other.getKey().equals(code)
            && (other.getValue().contains(word) || counts.getOrDefault(other.getKey(), Map.of()).getOrDefault(word, 0) > 0));
        if (!elsewhere && word.length() > 1) {
          more.add(word);
        }
      });
      learnt.put(code, Set.copyOf(more));
    });
    return new Languages(java.util.Collections.unmodifiableMap(learnt), endings, attested);
  }

  /** ISO 639 code of the language; {@link #UNDETERMINED} when nothing speaks for any. */
  String of(List<Token> tokens) {
    return attested(tokens).or(() -> byWords(tokens)).orElse(UNDETERMINED);
  }

  /** True for a language of which we know single words only, so that what a message says cannot be judged. */
  boolean barelyKnown(String code) {
    return attested.containsKey(code);
  }

  private Optional<String> attested(List<Token> tokens) {
    return most(attested.keySet(), code -> tokens.stream().filter(t -> attested.get(code).contains(t.plain())).count());
  }

  private Optional<String> byWords(List<Token> tokens) {
    return most(words.keySet(), code -> tokens.stream().mapToDouble(t -> weight(code, t.plain())).sum());
  }

  private double weight(String code, String word) {
    if (words.get(code).contains(word)) {
      return 1;
    }
    return word.length() > 3 && endings.getOrDefault(code, List.of()).stream().anyMatch(word::endsWith) ? 0.5 : 0;
  }

  /** The code with the highest score above none; the first of the file among equals. */
  private static Optional<String> most(Iterable<String> codes, java.util.function.ToDoubleFunction<String> score) {
    String best = null;
    double most = 0;
    for (var code : codes) {
      double s = score.applyAsDouble(code);
      if (s > most) {
        most = s;
        best = code;
      }
    }
    return Optional.ofNullable(best);
  }
}
