package org.enlacehub.audience;

import java.util.Optional;

/** How a condition asks: the words between a field and its values. */
public enum Asking {
  EQUAL("="), UNEQUAL("!="), IN("in"), NOT_IN("not in"), STARTS("starts"), LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">="),
  HAS("has"), HAS_NOT("not has"), WITHIN("within"), INSIDE("inside");

  private final String words;

  Asking(String words) {
    this.words = words;
  }

  /** As it is written in a query. */
  public String words() {
    return words;
  }

  /** The one of that name, as forms send it. */
  public static Optional<Asking> parse(String name) {
    for (var each : values()) if (each.name().equals(name)) return Optional.of(each);
    return Optional.empty();
  }

  static Asking of(Compare how) {
    return valueOf(how.name());
  }

  /** True when it takes no value. */
  public boolean isPresence() {
    return this == HAS || this == HAS_NOT;
  }

  /** True when it takes several values. */
  public boolean takesMany() {
    return this == IN || this == NOT_IN || this == INSIDE;
  }

  /** The opposite, where the language has a word for it. */
  Optional<Asking> negated() {
    return switch (this) {
      case EQUAL -> Optional.of(UNEQUAL);
      case UNEQUAL -> Optional.of(EQUAL);
      case IN -> Optional.of(NOT_IN);
      case NOT_IN -> Optional.of(IN);
      case HAS -> Optional.of(HAS_NOT);
      case HAS_NOT -> Optional.of(HAS);
      default -> Optional.empty();
    };
  }
}
