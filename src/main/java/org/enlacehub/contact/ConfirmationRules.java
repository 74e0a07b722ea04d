package org.enlacehub.contact;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Whose word about a person's consent is not enough (double opt-in), from {@code config/consent.yml}: what they grant counts for nothing
 * until the person confirms it themselves, by the address that it is about.
 *
 * @param valid how long a request can be answered
 */
record ConfirmationRules(List<Rule> rules, Duration valid) {
  static final Duration USUAL = Duration.ofDays(7);

  /** By which way a grant came. What the person said themselves needs no confirming. */
  enum Way {
    FILE, CONSOLE, API;

    private boolean is(Origin origin) {
      return switch (this) {
        case FILE -> origin.by() == Origin.GivenBy.FILE;
        case API -> origin.by() == Origin.GivenBy.STAFF && origin.source().equals("api");
        case CONSOLE -> origin.by() == Origin.GivenBy.STAFF && !origin.source().equals("api");
      };
    }
  }

  /** One line of the file: these purposes by these channels, when granted by one of these ways. */
  record Rule(Set<Purpose> purposes, Set<Channel> channels, Set<Way> ways) {}

  /** What holds after a grant: the part that needs confirming waits. A file undoes no withdrawal, the others do. */
  ConsentState granted(ConsentState before, int bits, Origin origin) {
    int open = origin.by() == Origin.GivenBy.FILE ? bits & ~before.withdrawn() : bits;
    int needed = rules.stream().filter(rule -> rule.ways().stream().anyMatch(way -> way.is(origin)))
        .mapToInt(rule -> ConsentState.bits(rule.channels(), rule.purposes())).reduce(0, (a, b) -> a | b);
    return before.grant(open & ~needed).claim(open & needed);
  }
}
