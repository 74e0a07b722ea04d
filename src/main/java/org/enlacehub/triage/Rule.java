package org.enlacehub.triage;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One rule of {@code config/triage/rules}.
 *
 * @param id unique name, stored beside verdicts
 * @param topic code of the service; empty for the category's own
 * @param when any one of these frames
 * @param unless none of these
 * @param raise any of these makes it severity 1
 * @param despite contexts that do not void it
 * @param beats categories whose rules step back when this one holds
 * @param whole the frame must be the whole message, but for courtesies
 * @param alone holds only when no rule holds that can also stand among others
 */
record Rule(
    String id, String category, int severity, String topic, List<Pattern> when, List<Pattern> unless, List<Pattern> raise,
    Set<String> despite, Set<String> beats, boolean whole, boolean alone) {

  /**
   * The rule's hit in a message, if it holds.
   *
   * @param contexts the tokens on which each context lies
   * @param courtesy tokens that do not count as content
   */
  Optional<Hit> holds(Reading reading, Map<Context, BitSet> contexts, BitSet courtesy) {
    var here = real(contexts);
    for (var pattern : when) {
      var spans = pattern.find(reading, whole ? here.and(bounds -> fills(bounds, reading, courtesy)) : here);
      if (spans.isPresent()) {
        if (unless.stream().anyMatch(p -> p.in(reading))) {
          return Optional.empty();
        }
        boolean raised = raise.stream().anyMatch(p -> p.find(reading, here).isPresent());
        return Optional.of(new Hit(this, raised ? 1 : severity, spans.get()));
      }
    }
    return Optional.empty();
  }

  private Predicate<int[]> real(Map<Context, BitSet> contexts) {
    return bounds -> {
      for (var context : contexts.entrySet()) {
        if (severity <= context.getKey().mildest() && !despite.contains(context.getKey().name())) {
          for (int i = 0; i < bounds.length; i += 2) {
            if (context.getValue().get(bounds[i])) {
              return false;
            }
          }
        }
      }
      return true;
    };
  }

  private static boolean fills(int[] bounds, Reading reading, BitSet courtesy) {
    for (int i = 0; i < reading.size(); i++) {
      if ((i < bounds[0] || i >= bounds[bounds.length - 1]) && !courtesy.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** That a rule holds, how grave it is here, and by which words. */
  record Hit(Rule rule, int severity, List<Pattern.Span> spans) {}
}
