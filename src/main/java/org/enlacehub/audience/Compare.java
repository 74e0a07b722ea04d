package org.enlacehub.audience;

import java.util.List;

/** How a field is compared with a value. */
enum Compare {
  EQUAL("="), UNEQUAL("!="), LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">=");

  final String sign;

  Compare(String sign) {
    this.sign = sign;
  }

  static Compare of(String sign) {
    for (var each : values()) if (each.sign.equals(sign)) return each;
    throw new IllegalArgumentException("no comparison");
  }

  boolean isEquality() {
    return this == EQUAL || this == UNEQUAL;
  }

  /** The same question asked from the other side: age rises as the year of birth falls. */
  Compare mirrored() {
    return switch (this) {
      case LESS -> MORE;
      case AT_MOST -> AT_LEAST;
      case MORE -> LESS;
      case AT_LEAST -> AT_MOST;
      case EQUAL, UNEQUAL -> this;
    };
  }

  static List<String> signs() {
    return List.of("=", "!=", "<", "<=", ">", ">=");
  }
}
