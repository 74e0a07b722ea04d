package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All words that the rules mention, each with a number, and how a written word meets them: spelt alike, sounding alike, beginning
 * alike ({@code detuv*}), or one letter wrong in a word of six letters or more that is not itself a known word.
 */
final class Vocabulary {
  private static final int SOUND_FROM = 5;
  private static final int TYPO_FROM = 6;
  private static final int[] NONE = {};

  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, int[]> words = new HashMap<>();
  private final Map<String, int[]> wordSounds = new HashMap<>();
  private final Map<String, int[]> stems = new HashMap<>();
  private final Map<String, int[]> stemSounds = new HashMap<>();
  private final Map<Character, List<Guess>> guesses = new HashMap<>();
  private final Set<String> known;

  /** @param known words of the language that are never taken for a misspelling of another */
  Vocabulary(Set<String> known) {
    this.known = known;
  }

  /** The number of a literal as it stands in a rule: {@code word}, {@code stem*} or {@code =exactly}. */
  int add(String literal) {
    var existing = ids.putIfAbsent(literal, ids.size());
    if (existing != null) {
      return existing;
    }
    int id = ids.get(literal);
    boolean strict = literal.startsWith("=");
    boolean stem = literal.endsWith("*");
    var plain = Writing.fold(literal);
    var sound = Sound.of(plain);
    put(stem ? stems : words, plain, id);
    if (!strict && plain.length() >= SOUND_FROM) {
      put(stem ? stemSounds : wordSounds, sound, id);
    }
    if (!strict && plain.length() >= TYPO_FROM) {
      guesses.computeIfAbsent(plain.charAt(0), _ -> new ArrayList<>()).add(new Guess(plain, stem, id));
    }
    return id;
  }

  int size() {
    return ids.size();
  }

  /** The literals that a token meets. */
  int[] lookup(Token token) {
    var found = new Ids();
    found.add(words.get(token.plain()));
    if (token.plain().length() >= SOUND_FROM - 1) {
      found.add(wordSounds.get(token.sound()));
    }
    for (int n = 2; n <= token.plain().length(); n++) {
      found.add(stems.get(token.plain().substring(0, n)));
    }
    for (int n = 3; n <= token.sound().length(); n++) {
      found.add(stemSounds.get(token.sound().substring(0, n)));
    }
    if (found.isEmpty() && token.plain().length() >= TYPO_FROM && !known.contains(token.plain())) {
      for (var guess : guesses.getOrDefault(token.plain().charAt(0), List.of())) {
        if (guess.near(token.plain())) {
          found.add(guess.id);
        }
      }
    }
    return found.toArray();
  }

  private static void put(Map<String, int[]> map, String key, int id) {
    map.merge(key, new int[] {id}, (a, b) -> {
      var both = java.util.Arrays.copyOf(a, a.length + 1);
      both[a.length] = b[0];
      return both;
    });
  }

  /** Whether at most one insertion, deletion, replacement or swap of neighbours turns the first letters of a into b. */
  static boolean oneEditApart(String a, int length, String b) {
    if (Math.abs(length - b.length()) > 1) {
      return false;
    }
    int shorter = Math.min(length, b.length());
    int i = 0;
    while (i < shorter && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (length > b.length()) {
      return a.regionMatches(i + 1, b, i, b.length() - i);
    }
    if (length < b.length()) {
      return b.regionMatches(i + 1, a, i, length - i);
    }
    return i >= length - 1 || a.regionMatches(i + 1, b, i + 1, length - i - 1)
        || (a.charAt(i) == b.charAt(i + 1) && a.charAt(i + 1) == b.charAt(i) && a.regionMatches(i + 2, b, i + 2, length - i - 2));
  }

  private record Guess(String plain, boolean stem, int id) {
    boolean near(String word) {
      if (!stem) {
        return oneEditApart(word, word.length(), plain);
      }
      for (int n = plain.length() - 1; n <= Math.min(word.length(), plain.length() + 1); n++) {
        if (oneEditApart(word, n, plain)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A small set of numbers. */
  private static final class Ids {
    private int[] values = NONE;

    void add(int[] more) {
      if (more != null) {
        for (int id : more) {
          add(id);
        }
      }
    }

    void add(int id) {
      for (int value : values) {
        if (value == id) {
          return;
        }
      }
      values = java.util.Arrays.copyOf(values, values.length + 1);
      values[values.length - 1] = id;
    }

    boolean isEmpty() {
      return values.length == 0;
    }

    int[] toArray() {
      return values;
    }
  }
}
