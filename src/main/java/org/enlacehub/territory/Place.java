package org.enlacehub.territory;

/**
 * A town.
 *
 * @param area ISO 3166-2; empty outside the countries whose areas matter here
 * @param population inhabitants; 0 when unknown (towns known only from postal codes)
 */
public record Place(String name, String country, String area, int population, GeoPoint at) {}
