package org.enlacehub.triage;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that {@code config/triage} says, read and checked; immutable.
 *
 * @param courtesy number of the word class of greetings and thanks
 * @param categories by code, in the order of precedence among equally grave ones
 * @param likeness what was learnt from {@code examples.csv}
 * @param commonplace numbers of the word classes that say little by themselves
 * @param version fingerprint of the files
 */
record TriageRules(
    Writing writing, Lexicon lexicon, int courtesy, List<Context> contexts, Map<String, Category> categories, List<Rule> rules,
    List<Topic> topics, List<Flag> flags, Languages languages, Likeness likeness,
    Set<Integer> commonplace, Weighing weighing, String version) {

  /**
   * A vulnerability category.
   *
   * @param severity the usual one
   * @param topic the service it belongs to; empty when the words of the message decide
   */
  record Category(String code, int severity, String topic, int precedence) {}

  /**
   * A service.
   *
   * @param labels finer names that test files use for it
   */
  record Topic(String code, List<Pattern> when, Set<String> labels) {}

  /** A circumstance. */
  record Flag(String code, List<Pattern> when) {}
}
