package org.enlacehub.territory;

/** A county of the United States with a point inside it. */
public record County(String name, String area, GeoPoint at) {}
