package org.enlacehub.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.triage.Rule.Hit;

/**
 * How rules and examples are brought together: a rule makes its category so many times as likely, and the likeliest category is
 * taken; a rule's alarm stands, examples may add one where no rule alarms, and nothing makes a message milder than its rule.
 *
 * @param alarm without a rule, examples alarm from this likelihood on
 * @param raise a rule of severity 3 or 4, or a calm message, is overruled by an alarm from this likelihood on
 * @param critical an alarm becomes severity 1 from this likelihood of severity 1 on
 * @param weak a rule that speaks only where no other does ({@code alone}) alarms from this likelihood of an alarm on
 * @param rule the decisive rule makes its category so many times as likely
 * @param further each further category that a rule names becomes so many times as likely
 */
record Weighing(double alarm, double raise, double critical, double weak, double rule, double further) {
  private static final int LEAST_ALARM = 2;
  private static final int ROUTINE = 4;

  /**
   * @param category what the message is
   * @param byRule whether the rule's words explain it
   * @param byExamples whether the examples' words explain it
   */
  record Outcome(String category, int severity, boolean byRule, boolean byExamples) {}

  /**
   * What rules and examples say together.
   *
   * @param hits the rules that hold, the decisive one first
   * @param calm whether the message laughs, or says that all is well again: then an alarm must be likelier
   */
  Outcome of(List<Hit> hits, Guess guess, boolean calm) {
    if (!hits.isEmpty() && hits.getFirst().rule().whole()) {
      return new Outcome(category(hits.getFirst()), hits.getFirst().severity(), true, false);
    }
    var leaning = guess.leaning(factors(hits));
    boolean ruled = !hits.isEmpty() && hits.getFirst().severity() <= LEAST_ALARM
        && (!hits.getFirst().rule().alone() || guess.alarm() >= weak);
    boolean alarms = ruled || guess.alarm() >= (calm || !hits.isEmpty() ? raise : alarm);
    int mildest = alarms ? LEAST_ALARM : ROUTINE;
    var category = leaning.category(mildest);
    var own = hits.stream().filter(h -> category(h).equals(category)).findFirst();
    int heard = leaning.label(category, mildest).severity();
    int severity = alarms ? grave(guess, ruled ? Math.min(heard, hits.getFirst().severity()) : heard)
        : own.map(Hit::severity).orElse(Math.max(heard, LEAST_ALARM + 1));
    boolean byRule = own.isPresent() && own.get() == hits.getFirst();
    return new Outcome(category, severity, byRule, !byRule || severity < own.get().severity());
  }

  private Map<String, Double> factors(List<Hit> hits) {
    var factors = new LinkedHashMap<String, Double>();
    hits.forEach(hit -> factors.putIfAbsent(category(hit), factors.isEmpty() ? rule : further));
    return factors;
  }

  private static String category(Hit hit) {
    return hit.rule().category();
  }

  private int grave(Guess guess, int severity) {
    return guess.critical() >= critical ? 1 : severity;
  }
}
