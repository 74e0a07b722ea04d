package org.enlacehub.consulate;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of the districts: which mission serves an area, from when until when.
 *
 * @param area ISO 3166-2, or {@code *} for what no other row of the country names
 * @param nearest true where several share the area and the nearest serves, until the ministry gives the exact limits
 */
record Jurisdiction(String consulate, String country, String area, boolean nearest, boolean verified, Optional<LocalDate> from,
    Optional<LocalDate> to, int line) {

  boolean validOn(LocalDate day) {
    return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
  }

  boolean wholeCountry() {
    return area.equals("*");
  }
}
