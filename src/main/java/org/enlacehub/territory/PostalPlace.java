package org.enlacehub.territory;

/** What a postal code of the United States stands for. */
public record PostalPlace(String code, String city, String area, GeoPoint at) {}
