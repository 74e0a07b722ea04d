package org.enlacehub.audience;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.enlacehub.audience.antlr.AudienceQueryParser.CircleContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.DistanceContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.NearContext;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.territory.GeoPoint;

/**
 * Within so many kilometres of a point, on a sphere: {@code within 80km of "Los Angeles"}, {@code within 80km of (34.05, -118.24)}, or
 * in short {@code near(34.05, -118.24, 80km)}.
 *
 * @param km more than 0
 */
public record Circle(GeoPoint centre, double km) {
  private static final double EARTH_KM = 6371.0;
  private static final double DEGREE_KM = 111.2;
  private static final double MOST_KM = 5_000;
  /**
   * A number as a parameter. It arrives as a decimal of many digits, and MariaDB would make a double of it anew for every row, which costs
   * more than the distance; a sum is worked out once.
   */
  private static final String NUMBER = "(? + 0e0)";

  static Circle of(NearContext near) {
    return new Circle(point(near.NUMBER(0), near.NUMBER(1)), km(near.distance()));
  }

  static Circle of(CircleContext circle, Centres centres, Set<String> countries) {
    double km = km(circle.distance());
    var centre = circle.centre();
    return new Circle(centre.point() != null ? point(centre.point().NUMBER(0), centre.point().NUMBER(1))
        : centres.point(centre.town(), countries), km);
  }

  static GeoPoint point(TerminalNode latitude, TerminalNode longitude) {
    double lat = Double.parseDouble(latitude.getText());
    double lon = Double.parseDouble(longitude.getText());
    if (Math.abs(lat) > 90) throw QueryReader.at(latitude.getSymbol(), "no-latitude", "A latitude is between -90 and 90.", null);
    if (Math.abs(lon) > 180) throw QueryReader.at(longitude.getSymbol(), "no-longitude", "A longitude is between -180 and 180.", null);
    return new GeoPoint(lat, lon);
  }

  private static double km(DistanceContext distance) {
    double km = Double.parseDouble(distance.getStart().getText().toLowerCase(Locale.ROOT).replace("km", ""));
    if (km > 0 && km <= MOST_KM) return km;
    throw QueryReader.at(distance.getStart(), "no-distance", "A distance is more than 0 and at most 5000 km.", "80km");
  }

  /** A box of degrees that an index can search, then the distance itself. */
  ContactFilter filter() {
    double lat = centre.lat();
    double lon = centre.lon();
    double high = high();
    double wide = wide();
    // The haversine of the distance rises with it, so that it is compared as it is and the rest is worked out here, once.
    var exact = "POW(SIN(RADIANS(c.lat - " + NUMBER + ") / 2), 2) + " + NUMBER + " * COS(RADIANS(c.lat)) * POW(SIN(RADIANS(c.lon - "
        + NUMBER + ") / 2), 2) <= " + NUMBER;
    double widest = Math.cos(Math.toRadians(lat));
    double most = Math.pow(Math.sin(km / EARTH_KM / 2), 2);
    // The longitudes are left out where the box would cross the date line.
    boolean crosses = lon - wide < -180 || lon + wide > 180;
    return crosses
        ? new ContactFilter(between("c.lat") + " AND " + exact, List.of(lat - high, lat + high, lat, widest, lon, most))
        : new ContactFilter(between("c.lat") + " AND " + between("c.lon") + " AND " + exact,
            List.of(lat - high, lat + high, lon - wide, lon + wide, lat, widest, lon, most));
  }

  /** A condition with two parameters. */
  static String between(String column) {
    return column + " BETWEEN " + NUMBER + " AND " + NUMBER;
  }

  /** Degrees of latitude from the centre to the edge. */
  public double high() {
    return km / DEGREE_KM;
  }

  /** Degrees of longitude from the centre to the edge, where the circle is widest; at most 180. */
  public double wide() {
    return Math.min(180, high() / Math.max(0.01, Math.cos(Math.toRadians(Math.min(89.9, Math.abs(centre.lat()) + high())))));
  }
}
