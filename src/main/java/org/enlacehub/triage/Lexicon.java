package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The word classes and all literals.
 *
 * @param vocabulary every literal of classes and rules
 * @param classes each after those that its entries name; a class's number is its place
 * @param light the class of words that may stand inside a phrase
 * @param mask the class of idioms, whose words are not seen by other classes
 */
record Lexicon(Vocabulary vocabulary, List<WordClass> classes, int light, int mask) {

  /** Words and phrases that can stand for each other, found by the word with which they begin. */
  static final class WordClass {
    private final String name;
    private final Map<Integer, List<Sequence>> byFirstWord = new HashMap<>();
    private final List<Sequence> others = new ArrayList<>();

    WordClass(String name, List<Sequence> entries) {
      this.name = name;
      for (var entry : entries) {
        var first = entry.items().getFirst();
        for (int literal : first.literals()) {
          byFirstWord.computeIfAbsent(literal, _ -> new ArrayList<>()).add(entry);
        }
        if (first.classes().length > 0 || first.low() <= first.high()) {
          others.add(entry);
        }
      }
    }

    String name() {
      return name;
    }

    /** All phrases of the class that lie in the message, as {@link Sequence#at} gives them. */
    List<int[]> in(Reading reading) {
      var found = new ArrayList<int[]>();
      for (int i = 0; i < reading.size(); i++) {
        for (int literal : reading.literals(i)) {
          for (var entry : byFirstWord.getOrDefault(literal, List.of())) {
            entry.at(reading, i, found);
          }
        }
        for (var entry : others) {
          entry.at(reading, i, found);
        }
      }
      return found;
    }
  }
}
