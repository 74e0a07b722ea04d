package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.platform.config.Spelling;

/** Finds the name that a misspelt one was meant to be: by sound, else one letter wrong, missing or too many. */
final class Typos {
  private static final int MIN_BY_SOUND = 5;
  private static final int MIN_BY_LETTER = 6;
  private static final int MAX = 30;
  private static final int MAX_LETTERS = 2;

  private final Map<String, List<String>> bySound = new HashMap<>();
  private final Map<String, List<String>> byDeletion = new HashMap<>();
  private final Set<String> notTypos;

  Typos(Collection<String> names, Set<String> notTypos) {
    this.notTypos = notTypos;
    for (var name : names) {
      var sound = Sounds.of(name);
      bySound.computeIfAbsent(sound, _ -> new ArrayList<>(1)).add(name);
      if (sound.length() >= MIN_BY_LETTER - 1) {
        deletions(sound).forEach(d -> byDeletion.computeIfAbsent(d, _ -> new ArrayList<>(1)).add(name));
      }
    }
  }

  /** The names that may be meant, all equally near; usually none or one. */
  List<String> nearest(String key) {
    var letters = key.replace(" ", "");
    if (letters.length() < MIN_BY_SOUND || letters.length() > MAX || notTypos.contains(key)) {
      return List.of();
    }
    var sound = Sounds.of(key);
    var alike = bySound.getOrDefault(sound, List.of());
    if (!alike.isEmpty()) {
      return best(key, alike);
    }
    if (sound.length() < MIN_BY_LETTER) {
      return List.of();
    }
    var near = new ArrayList<String>();
    for (var d : deletions(sound)) {
      for (var name : byDeletion.getOrDefault(d, List.of())) {
        if (!near.contains(name) && Spelling.distance(Sounds.of(name), sound) <= 1
            && Spelling.distance(name, key) <= MAX_LETTERS) {
          near.add(name);
        }
      }
    }
    near.removeIf(n -> n.replace(" ", "").charAt(0) != letters.charAt(0) && Sounds.of(n).charAt(0) != sound.charAt(0));
    return best(key, near);
  }

  private static List<String> best(String key, List<String> names) {
    int least = names.stream().mapToInt(n -> Spelling.distance(n, key)).min().orElse(0);
    return names.stream().filter(n -> Spelling.distance(n, key) == least).toList();
  }

  /** The word itself and all with one letter less. */
  private static List<String> deletions(String word) {
    var result = new ArrayList<String>(word.length() + 1);
    result.add(word);
    for (int i = 0; i < word.length(); i++) {
      result.add(word.substring(0, i) + word.substring(i + 1));
    }
    return result;
  }
}
