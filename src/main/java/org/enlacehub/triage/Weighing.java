package org.enlacehub.triage;

import org.enlacehub.triage.Rule.Hit;

/**
 * How rules and examples are brought together: a rule speaks first; examples speak where no rule does, may make a message graver,
 * and may name another category when they are sure; they never make it milder.
 *
 * @param alarm without a rule, examples alarm from this likelihood on
 * @param raise a rule of severity 3 or 4 is overruled by an alarm from this likelihood on
 * @param critical an alarm becomes severity 1 from this likelihood of severity 1 on
 * @param sure another category than the rule's is taken when it is at least so likely
 * @param doubtful and the rule's own is less likely than this
 */
record Weighing(double alarm, double raise, double critical, double sure, double doubtful) {
  private static final int LEAST_ALARM = 2;
  private static final int ROUTINE = 4;

  /**
   * @param category what the message is
   * @param byRule whether the rule's words explain it
   * @param byExamples whether the examples' words explain it
   */
  record Outcome(String category, int severity, boolean byRule, boolean byExamples) {}

  /** What a rule says that holds only where nothing else does: examples that know what the message is about go first. */
  Outcome weak(Hit hit, Guess guess, boolean calm) {
    var heard = without(guess, calm);
    return heard.severity <= hit.severity() && guess.of(heard.category) >= sure ? heard : with(hit, guess, calm);
  }

  /**
   * What the examples alone say: the likeliest category; an alarm as soon as one is likely enough, even if the
   * category is unsure.
   *
   * @param calm whether the message laughs, or says that all is well again: then an alarm must be likelier
   */
  Outcome without(Guess guess, boolean calm) {
    var category = guess.category(ROUTINE);
    if (guess.alarm() < (calm ? raise : alarm)) {
      return new Outcome(category, Math.max(guess.label(category, ROUTINE).severity(), LEAST_ALARM + 1), false, true);
    }
    return new Outcome(category, grave(guess, guess.label(category, LEAST_ALARM).severity()), false, true);
  }

  /** What a rule says, after the examples were heard. */
  Outcome with(Hit hit, Guess guess, boolean calm) {
    var own = hit.rule().category();
    if (hit.rule().whole()) {
      return new Outcome(own, hit.severity(), true, false);
    }
    if (hit.severity() > LEAST_ALARM && guess.alarm() >= raise) {
      var heard = without(guess, calm);
      return new Outcome(heard.category, heard.severity, heard.category.equals(own), true);
    }
    int mildest = hit.severity() <= LEAST_ALARM ? LEAST_ALARM : ROUTINE;
    var other = guess.category(mildest);
    if (!other.equals(own) && guess.of(other) >= sure && guess.of(own) < doubtful) {
      int severity = Math.min(hit.severity(), guess.label(other, mildest).severity());
      return new Outcome(other, mildest == LEAST_ALARM ? grave(guess, severity) : severity, false, true);
    }
    int severity = mildest == LEAST_ALARM ? grave(guess, hit.severity()) : hit.severity();
    return new Outcome(own, severity, true, severity < hit.severity());
  }

  private int grave(Guess guess, int severity) {
    return guess.critical() >= critical ? 1 : severity;
  }
}
