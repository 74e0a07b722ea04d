package org.enlacehub.delivery;

import java.time.LocalTime;

/** Hours of the day in which a person is not disturbed, in their own time zone. */
public sealed interface Quiet {

  /** Those of the recipient's country, from {@code config/quiet-hours.yml}. */
  record OfCountry() implements Quiet {}

  /** None: for answers, and for service and emergency messages that say so. */
  record None() implements Quiet {}

  /** From an hour to an hour, over midnight when {@code to} is not after {@code from}. */
  record Hours(LocalTime from, LocalTime to) implements Quiet {}

  Quiet OF_COUNTRY = new OfCountry();
  Quiet NONE = new None();
}
