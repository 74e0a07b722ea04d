package org.enlacehub.triage;

import java.util.BitSet;

/**
 * What takes an event out of the here and now: negation, "if", years ago, laughter, a film.
 *
 * @param name as rules name it under {@code despite}
 * @param marker class of the words that open it
 * @param except class of phrases inside which a marker is none, -1 for none
 * @param scope in which direction it reaches
 * @param reach how many words
 * @param lightOnly whether it ends after the first word that is not light
 * @param mildest it voids rules of this severity and graver ones
 */
record Context(String name, int marker, int except, Scope scope, int reach, boolean lightOnly, int mildest) {

  /** Where a context holds, seen from its marker. */
  enum Scope { AFTER, AROUND, MESSAGE }

  /** The tokens on which the context lies. */
  BitSet in(Reading reading) {
    var covered = new BitSet();
    var exempt = except < 0 ? new BitSet() : reading.covered(except);
    for (int i = 0; i < reading.size(); i++) {
      for (int end : reading.ends(marker, i)) {
        if (!exempt.get(i)) {
          cover(reading, i, end, covered);
        }
      }
    }
    return covered;
  }

  private void cover(Reading reading, int start, int end, BitSet covered) {
    if (scope == Scope.MESSAGE) {
      covered.set(0, reading.size());
      return;
    }
    for (int i = end; i < Math.min(reading.size(), end + reach); i++) {
      var pause = reading.token(i).pause();
      if (pause == Token.Pause.STOP || (scope == Scope.AFTER && pause == Token.Pause.COMMA)) {
        break;
      }
      covered.set(i);
      if (lightOnly && !reading.light(i)) {
        break;
      }
    }
    if (scope == Scope.AROUND) {
      for (int i = start; i >= Math.max(0, start - reach); i--) {
        covered.set(i);
        if (reading.token(i).pause() == Token.Pause.STOP) {
          break;
        }
      }
    }
  }
}
