package org.enlacehub.territory;

/**
 * What lies at a point.
 *
 * @param area ISO 3166-2, or empty
 * @param nearest the nearest known town
 * @param km how far away it is
 */
public record Spot(String country, String area, Place nearest, double km) {}
