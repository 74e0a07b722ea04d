package org.enlacehub.territory;

import java.util.Optional;

/** A point on the earth in degrees (WGS 84). */
public record GeoPoint(double lat, double lon) {
  private static final double EARTH_RADIUS_KM = 6371.0;

  public GeoPoint {
    if (!valid(lat, lon)) {
      throw new IllegalArgumentException("latitude must be within 90 degrees and longitude within 180");
    }
  }

  /** The point, or empty when the figures are not a place on the earth. */
  public static Optional<GeoPoint> of(double lat, double lon) {
    return valid(lat, lon) ? Optional.of(new GeoPoint(lat, lon)) : Optional.empty();
  }

  /** Great-circle distance in kilometres. */
  public double km(GeoPoint other) {
    double dLat = Math.toRadians(other.lat - lat);
    double dLon = Math.toRadians(other.lon - lon);
    double h = Math.pow(Math.sin(dLat / 2), 2)
        + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  private static boolean valid(double lat, double lon) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  }
}
