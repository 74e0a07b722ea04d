package org.enlacehub.triage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** One message with its words recognised: which literals and word classes stand where. Used by one thread, then dropped. */
final class Reading {
  private static final int[] NOWHERE = {};

  private final List<Token> tokens;
  private final Lexicon lexicon;
  private final int[][] literals;
  private final BitSet light = new BitSet();
  private final int[][][] ends;
  private final BitSet present = new BitSet();

  Reading(List<Token> tokens, Lexicon lexicon) {
    this.tokens = tokens;
    this.lexicon = lexicon;
    this.literals = new int[tokens.size()][];
    this.ends = new int[lexicon.classes().size()][][];
    Arrays.setAll(literals, i -> lexicon.vocabulary().lookup(tokens.get(i)));
    notePresent();
    classify();
    if (ends[lexicon.mask()] != null) {
      hide(ends[lexicon.mask()]);
    }
  }

  int size() {
    return tokens.size();
  }

  Token token(int i) {
    return tokens.get(i);
  }

  boolean light(int i) {
    return light.get(i);
  }

  /** The literals that a token meets. */
  int[] literals(int i) {
    return literals[i];
  }

  boolean has(int literal) {
    return present.get(literal);
  }

  boolean hasClass(int wordClass) {
    return ends[wordClass] != null;
  }

  boolean hasAny(int i, int[] wanted) {
    for (int literal : literals[i]) {
      for (int each : wanted) {
        if (literal == each) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where spans of a class that begin at a token end. */
  int[] ends(int wordClass, int start) {
    return ends[wordClass] == null || ends[wordClass][start] == null ? NOWHERE : ends[wordClass][start];
  }

  /** All tokens that lie in a span of the class. */
  BitSet covered(int wordClass) {
    var covered = new BitSet();
    for (int i = 0; ends[wordClass] != null && i < size(); i++) {
      for (int end : ends(wordClass, i)) {
        covered.set(i, end);
      }
    }
    return covered;
  }

  private void notePresent() {
    present.clear();
    for (var ids : literals) {
      for (int id : ids) {
        present.set(id);
      }
    }
  }

  private void classify() {
    var begin = new BitSet[ends.length];
    Arrays.setAll(begin, _ -> new BitSet());
    for (int i = 0; i < size(); i++) {
      for (int literal : literals[i]) {
        for (int id : lexicon.beginners()[literal]) {
          begin[id].set(i);
        }
      }
    }
    for (int id = 0; id < ends.length; id++) {
      if (ends[id] != null) {
        continue;
      }
      for (var bounds : lexicon.classes().get(id).in(this, begin[id])) {
        mark(id, bounds[0], bounds[bounds.length - 1]);
      }
      if (id == lexicon.light()) {
        light.or(covered(id));
      }
    }
  }

  private void mark(int wordClass, int start, int end) {
    if (ends[wordClass] == null) {
      ends[wordClass] = new int[size()][];
    }
    var before = ends[wordClass][start];
    if (before == null) {
      ends[wordClass][start] = new int[] {end};
    } else if (Arrays.stream(before).noneMatch(e -> e == end)) {
      ends[wordClass][start] = Arrays.copyOf(before, before.length + 1);
      ends[wordClass][start][before.length] = end;
    }
  }

  /** Forgets the words of the idioms and recognises the rest anew. */
  private void hide(int[][] idioms) {
    for (int i = 0; i < size(); i++) {
      for (int end : idioms[i] == null ? NOWHERE : idioms[i]) {
        for (int j = i; j < end; j++) {
          literals[j] = NOWHERE;
        }
      }
    }
    notePresent();
    Arrays.fill(ends, null);
    ends[lexicon.mask()] = idioms;
    light.clear();
    classify();
  }
}
