package org.enlacehub.triage;

import java.util.Arrays;

/**
 * One place of a pattern: any of some words, any of some word classes, or a number within bounds.
 *
 * @param literals numbers of the {@link Vocabulary}
 * @param classes numbers of the {@link Lexicon}
 * @param low least number that fits; above {@code high} when no number does
 * @param high greatest number that fits
 */
record Item(int[] literals, int[] classes, int low, int high) {
  private static final int[] NOWHERE = {};

  /** False when nothing in the message can fill this place. */
  boolean possible(Reading reading) {
    if (low <= high) {
      return true;
    }
    for (int literal : literals) {
      if (reading.has(literal)) {
        return true;
      }
    }
    for (int wordClass : classes) {
      if (reading.hasClass(wordClass)) {
        return true;
      }
    }
    return false;
  }

  /** Where this item can end when it begins at a token; empty when it cannot begin there. */
  int[] endsFrom(Reading reading, int start) {
    var ends = NOWHERE;
    int number = reading.token(start).number();
    if ((number >= low && number <= high) || reading.hasAny(start, literals)) {
      ends = new int[] {start + 1};
    }
    for (int wordClass : classes) {
      var more = reading.ends(wordClass, start);
      if (more.length > 0) {
        int before = ends.length;
        ends = Arrays.copyOf(ends, before + more.length);
        System.arraycopy(more, 0, ends, before, more.length);
      }
    }
    return ends;
  }
}
