package org.enlacehub.inquiry.assignment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code config/inquiry/assignment.yml} says.
 *
 * @param present who used the console within so long is here
 * @param byDesk by code of the mission; at a desk that is not named officers take for themselves
 */
record AssignmentRules(Duration present, Map<String, Rule> byDesk) {

  /** How the next one is chosen among those who fit. */
  enum Way {
    /** Whoever has waited longest for one. */
    TURN,
    /** Whoever has least open; of equals whoever has waited longest. */
    LOAD
  }

  /** @param languages ISO 639 codes by account address in small letters; who is not named speaks Spanish and English */
  record Rule(Way by, Map<String, List<String>> languages) {
    private static final List<String> USUAL = List.of("es", "en");

    boolean speaks(String account, String language) {
      return languages.getOrDefault(account.toLowerCase(Locale.ROOT), USUAL).contains(language);
    }
  }
}
