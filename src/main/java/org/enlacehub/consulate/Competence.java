package org.enlacehub.consulate;

import java.util.List;

/**
 * Which mission serves a place, and how sure that is.
 *
 * @param consulate the one that serves; the central desk when that is not known
 * @param basis why this one
 * @param verified false while the ministry has not confirmed the district
 * @param candidates all that share the place; one when it is settled, none when nobody serves it
 */
public record Competence(Consulate consulate, Basis basis, boolean verified, List<Consulate> candidates) {

  /** Why a mission was chosen. */
  public enum Basis {
    /** It alone serves the area. */
    AREA,
    /** The nearest of those that share the area. */
    NEAREST,
    /** It serves the whole country, or what is left of it. */
    COUNTRY,
    /** The person is in the home country: the central desk. */
    HOME,
    /** Several may serve and the place is not known well enough. */
    UNDECIDED,
    /** No mission serves the place, or no place is known. */
    NOBODY
  }

  /** True when one mission is named and not merely stood in for by the central desk. */
  public boolean settled() {
    return basis != Basis.UNDECIDED && basis != Basis.NOBODY;
  }
}
