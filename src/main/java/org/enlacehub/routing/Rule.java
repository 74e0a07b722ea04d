package org.enlacehub.routing;

import java.util.Locale;

/** The kinds of evidence. Their weights and sentences are in {@code config/routing/rules.yml} under the same names. */
enum Rule {
  PIN, FACILITY, HELD, PRESENT, LIVES, WORKS, POSTAL_TEXT, POSTAL_CODE, NAMED, OPEN_DESK, DECLARED, HOME_OF, OTHER_PERSON,
      CONSULATE, BORN,
  PHONE, CARRIER, ORIGIN,
  /** Reasons that carry no place of their own. */
  DESTINATION, AMBIGUOUS, NARROWED, TOLL_FREE, NOTHING, OCEAN, SUBSTITUTE, DISTRICT;

  /** As in the file: {@code open-desk}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
