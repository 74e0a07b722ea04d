package org.enlacehub.audience;

import java.util.List;
import org.enlacehub.audience.antlr.AudienceQueryParser.CircleContext;
import org.enlacehub.contact.ContactFilter;

/** {@code near(34.05, -118.24, 80km)}: within so many kilometres of a point, on a sphere. */
final class Circle {
  private static final double EARTH_KM = 6371.0;
  private static final double DEGREE_KM = 111.2;
  private static final double MOST_KM = 5_000;

  private Circle() {}

  static ContactFilter filter(CircleContext context) {
    double lat = Double.parseDouble(context.NUMBER(0).getText());
    double lon = Double.parseDouble(context.NUMBER(1).getText());
    var size = context.DISTANCE() != null ? context.DISTANCE() : context.NUMBER(2);
    double km = Double.parseDouble(size.getText().toLowerCase(java.util.Locale.ROOT).replace("km", ""));
    if (Math.abs(lat) > 90) throw QueryReader.at(context.NUMBER(0).getSymbol(), "no-latitude", "A latitude is between -90 and 90.", null);
    if (Math.abs(lon) > 180) {
      throw QueryReader.at(context.NUMBER(1).getSymbol(), "no-longitude", "A longitude is between -180 and 180.", null);
    }
    if (km <= 0 || km > MOST_KM) {
      throw QueryReader.at(size.getSymbol(), "no-distance", "A distance is more than 0 and at most 5000 km.", "80km");
    }
    double high = km / DEGREE_KM;
    double wide = Math.min(180, high / Math.max(0.01, Math.cos(Math.toRadians(Math.min(89.9, Math.abs(lat) + high)))));
    var exact = "2 * " + EARTH_KM + " * ASIN(SQRT(LEAST(1, POW(SIN(RADIANS(c.lat - ?) / 2), 2)"
        + " + COS(RADIANS(?)) * COS(RADIANS(c.lat)) * POW(SIN(RADIANS(c.lon - ?) / 2), 2)))) <= ?";
    // The box lets an index narrow the search; it is left out where it would cross the date line.
    boolean crosses = lon - wide < -180 || lon + wide > 180;
    return crosses
        ? new ContactFilter("c.lat BETWEEN ? AND ? AND " + exact, List.of(lat - high, lat + high, lat, lat, lon, km))
        : new ContactFilter("c.lat BETWEEN ? AND ? AND c.lon BETWEEN ? AND ? AND " + exact,
            List.of(lat - high, lat + high, lon - wide, lon + wide, lat, lat, lon, km));
  }
}
