package org.enlacehub.audience;

import static org.enlacehub.audience.Asking.AT_LEAST;
import static org.enlacehub.audience.Asking.AT_MOST;
import static org.enlacehub.audience.Asking.EQUAL;
import static org.enlacehub.audience.Asking.HAS;
import static org.enlacehub.audience.Asking.HAS_NOT;
import static org.enlacehub.audience.Asking.IN;
import static org.enlacehub.audience.Asking.INSIDE;
import static org.enlacehub.audience.Asking.LESS;
import static org.enlacehub.audience.Asking.MORE;
import static org.enlacehub.audience.Asking.NOT_IN;
import static org.enlacehub.audience.Asking.STARTS;
import static org.enlacehub.audience.Asking.UNEQUAL;
import static org.enlacehub.audience.Asking.WITHIN;

import java.util.List;

/** What a field holds, and so how it can be asked for. */
public enum FieldKind {
  /** A value of a closed set. */
  CODE(EQUAL, UNEQUAL, IN, NOT_IN, HAS, HAS_NOT),
  /** A text. */
  WORDS(EQUAL, UNEQUAL, IN, NOT_IN, STARTS, HAS, HAS_NOT),
  /** A day or a moment. */
  DATE(LESS, AT_MOST, MORE, AT_LEAST, EQUAL, UNEQUAL, HAS, HAS_NOT),
  NUMBER(EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST, HAS, HAS_NOT),
  /** True or false. */
  FLAG(EQUAL, UNEQUAL, HAS, HAS_NOT),
  /** A sealed value, found by its keyed hash. */
  SEALED(EQUAL, UNEQUAL, IN, NOT_IN, HAS, HAS_NOT),
  /** A sealed value that can only be there or not. */
  PRESENCE(HAS, HAS_NOT),
  /** Something that somebody named: an audience, a list. */
  NAMED(EQUAL, UNEQUAL, IN, NOT_IN),
  /** Where a person is. */
  PLACE(WITHIN, INSIDE);

  private final List<Asking> askings;

  FieldKind(Asking... askings) {
    this.askings = List.of(askings);
  }

  /** The ways to ask, the most usual first. */
  public List<Asking> askings() {
    return askings;
  }
}
