package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A frame: sequences that must all lie in the message, in any order.
 *
 * @param parts the first is the event itself: negation, "if" and other contexts are judged on it
 */
record Pattern(List<Sequence> parts) {

  /**
   * Where the pattern lies in the message.
   *
   * @param acceptable judges each place of the first part
   */
  Optional<List<Span>> find(Reading reading, Predicate<int[]> acceptable) {
    for (var part : parts) {
      if (!part.possible(reading)) {
        return Optional.empty();
      }
    }
    var spans = new ArrayList<Span>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      boolean event = i == 0;
      var place = parts.get(i).in(reading).stream().filter(p -> !event || acceptable.test(p)).findFirst();
      if (place.isEmpty()) {
        return Optional.empty();
      }
      spans.add(new Span(place.get()[0], place.get()[place.get().length - 1]));
    }
    return Optional.of(spans);
  }

  boolean in(Reading reading) {
    return find(reading, _ -> true).isPresent();
  }

  /** Tokens from the first to before the end. */
  record Span(int start, int end) {}
}
