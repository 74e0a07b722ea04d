package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The word classes and all literals.
 *
 * @param vocabulary every literal of classes and rules
 * @param classes each after those that its entries name; a class's number is its place
 * @param beginners for each literal the classes with a phrase that begins with it
 * @param light the class of words that may stand inside a phrase
 * @param mask the class of idioms, whose words are not seen by other classes
 */
record Lexicon(Vocabulary vocabulary, List<WordClass> classes, int[][] beginners, int light, int mask) {

  static Lexicon of(Vocabulary vocabulary, List<WordClass> classes, int light, int mask) {
    var beginners = new int[vocabulary.size()][];
    Arrays.fill(beginners, new int[0]);
    for (int id = 0; id < classes.size(); id++) {
      for (int literal : classes.get(id).firstWords()) {
        beginners[literal] = Arrays.copyOf(beginners[literal], beginners[literal].length + 1);
        beginners[literal][beginners[literal].length - 1] = id;
      }
    }
    return new Lexicon(vocabulary, classes, beginners, light, mask);
  }


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

    /** The literals with which a phrase of the class can begin. */
    Set<Integer> firstWords() {
      return byFirstWord.keySet();
    }

    /**
     * All phrases of the class that lie in the message, as {@link Sequence#at} gives them.
     *
     * @param begin the tokens that are one of its first words
     */
    List<int[]> in(Reading reading, BitSet begin) {
      var found = new ArrayList<int[]>();
      for (int i = begin.nextSetBit(0); i >= 0; i = begin.nextSetBit(i + 1)) {
        for (int literal : reading.literals(i)) {
          for (var entry : byFirstWord.getOrDefault(literal, List.of())) {
            entry.at(reading, i, found);
          }
        }
      }
      for (var entry : others) {
        if (entry.possible(reading)) {
          for (int i = 0; i < reading.size(); i++) {
            entry.at(reading, i, found);
          }
        }
      }
      return found;
    }
  }
}
