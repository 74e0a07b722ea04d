package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a message shows to the comparison with examples: its words by sound, their beginnings, neighbours and pieces, the
 * word classes of the rules, and which classes come together. Each feature remembers a word that shows it.
 */
final class Features {
  /** With this a feature begins that is a whole word. */
  static final String WORD = "w ";
  private static final int STEM = 5;
  private static final int PIECE = 4;
  private static final int PIECES_FROM = 7;
  /** A long text shows most classes somewhere; pairs of more than these say little and cost time. */
  private static final int MOST_PAIRED = 32;

  private Features() {}

  /**
   * The features of a message, each with the place of a word that shows it (-1 for none).
   *
   * @param commonplace numbers of the classes that are too common to be paired
   */
  static Map<String, Integer> of(Reading reading, Lexicon lexicon, Set<Integer> commonplace) {
    var features = new LinkedHashMap<String, Integer>();
    features.put("any", -1);
    features.put("length " + (reading.size() <= 2 ? reading.size() : reading.size() <= 5 ? 5 : 9), -1);
    var before = "^";
    for (int i = 0; i < reading.size(); i++) {
      var token = reading.token(i);
      var sound = token.number() >= 0 ? "#" : token.sound();
      var stem = sound.substring(0, Math.min(STEM, sound.length()));
      features.putIfAbsent(WORD + sound, i);
      features.putIfAbsent("s " + stem, i);
      features.putIfAbsent("n " + before + " " + stem, i);
      for (int k = 0; sound.length() >= PIECES_FROM && k + PIECE <= sound.length(); k++) {
        features.putIfAbsent("p " + sound.substring(k, k + PIECE), i);
      }
      before = stem;
    }
    classes(reading, lexicon, commonplace, features);
    return features;
  }

  private static void classes(Reading reading, Lexicon lexicon, Set<Integer> commonplace, Map<String, Integer> features) {
    List<String> telling = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int id = 0; id < lexicon.classes().size(); id++) {
      var name = lexicon.classes().get(id).name();
      int first = Character.isUpperCase(name.charAt(0)) ? reading.covered(id).nextSetBit(0) : -1;
      if (first >= 0) {
        features.put("c " + name, first);
        if (!commonplace.contains(id) && telling.size() < MOST_PAIRED) {
          for (int i = 0; i < telling.size(); i++) {
            features.put("c " + telling.get(i) + " & " + name, i % 2 == 0 ? first : places.get(i));
          }
          telling.add(name);
          places.add(first);
        }
      }
    }
  }
}
