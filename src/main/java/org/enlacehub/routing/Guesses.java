package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.enlacehub.routing.Token.Gap;

/** Reads misspelt names, only where a name must stand: after "en", before a state, or when the message is nothing else. */
final class Guesses {
  private static final int SHORT_MESSAGE = 3;
  private static final int MAX_WORDS = 3;
  private static final int MAX_GUESSES = 12;

  private final Lexicon lexicon;
  private final RoutingRules rules;

  Guesses(Lexicon lexicon, RoutingRules rules) {
    this.lexicon = lexicon;
    this.rules = rules;
  }

  /** The mentions and those that are guessed between them. */
  List<Mention> added(List<Mention> found, List<Token> tokens, Frames frames) {
    var taken = new boolean[tokens.size()];
    found.stream().filter(m -> !m.common()).forEach(m -> java.util.Arrays.fill(taken, m.from(), m.to(), true));
    var result = new ArrayList<>(found);
    int guesses = 0;
    for (int i = 0; i < tokens.size() && guesses < MAX_GUESSES; i++) {
      if (taken[i] || !slot(found, tokens, taken, frames, i)) {
        continue;
      }
      guesses++;
      var guess = guess(tokens, taken, i);
      if (guess != null) {
        result.removeIf(m -> m.common() && m.from() < guess.to() && guess.from() < m.to());
        result.add(guess);
        java.util.Arrays.fill(taken, guess.from(), guess.to(), true);
      }
    }
    result.sort(Comparator.comparingInt(Mention::from));
    return result;
  }

  private Mention guess(List<Token> tokens, boolean[] taken, int from) {
    for (int length = MentionFinder.longest(tokens, from, MAX_WORDS); length > 0; length--) {
      boolean free = true;
      for (int i = from; i < from + length; i++) {
        free &= !taken[i] && !tokens.get(i).number();
      }
      var key = MentionFinder.key(tokens, from, length);
      var referents = free && !rules.words().common().contains(key) ? lexicon.nearly(key) : List.<Referent>of();
      if (!referents.isEmpty()) {
        return new Mention(from, from + length, referents, false, true, false);
      }
    }
    return null;
  }

  private boolean slot(List<Mention> found, List<Token> tokens, boolean[] taken, Frames frames, int at) {
    if (tokens.size() <= SHORT_MESSAGE || frames.of(at).placed()) {
      return !rules.words().generic().contains(tokens.get(at).plain());
    }
    // "dalas texas", "texas, dalas": beside a state
    boolean before = found.stream().anyMatch(m -> m.from() > at && m.from() - at <= 2 && tokens.get(m.from()).before() != Gap.STOP
        && m.referents().stream().anyMatch(Referent::whole));
    boolean after = found.stream().anyMatch(m -> m.to() == at && tokens.get(at).before() == Gap.COMMA
        && m.referents().stream().anyMatch(Referent::whole));
    return before || after;
  }
}
