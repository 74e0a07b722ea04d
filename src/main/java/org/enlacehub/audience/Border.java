package org.enlacehub.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.enlacehub.audience.antlr.AudienceQueryParser.PolygonContext;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.territory.GeoPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * {@code inside ((34.4, -118.9), (34.4, -117.6), (33.6, -117.6))}: within a border whose sides are straight on a map of degrees. It does
 * not cross the date line.
 *
 * @param corners three at least, without the first one repeated at the end
 */
public record Border(List<GeoPoint> corners) {
  private static final int LEAST = 3;
  private static final int MOST = 200;

  public Border {
    corners = List.copyOf(corners);
  }

  static Border of(PolygonContext polygon) {
    var corners = new ArrayList<GeoPoint>();
    polygon.point().forEach(point -> corners.add(Circle.point(point.NUMBER(0), point.NUMBER(1))));
    if (corners.size() > 1 && corners.getFirst().equals(corners.getLast())) corners.removeLast();
    var border = new Border(corners);
    var at = polygon.getStart();
    if (corners.size() < LEAST) throw QueryReader.at(at, "few-corners", "A border has at least three corners.", null);
    if (corners.size() > MOST) throw QueryReader.at(at, "many-corners", "A border has at most " + MOST + " corners.", null);
    if (!border.isSimple()) throw QueryReader.at(at, "crossed-border", "The sides of this border cross each other.", null);
    return border;
  }

  private boolean isSimple() {
    var points = new ArrayList<Coordinate>();
    corners.forEach(corner -> points.add(new Coordinate(corner.lon(), corner.lat())));
    points.add(points.getFirst());
    return new GeometryFactory().createPolygon(points.toArray(Coordinate[]::new)).isValid();
  }

  /** The smallest box of degrees, which an index can search, then the border itself. */
  ContactFilter filter() {
    var lats = corners.stream().mapToDouble(GeoPoint::lat).summaryStatistics();
    var lons = corners.stream().mapToDouble(GeoPoint::lon).summaryStatistics();
    return new ContactFilter(Circle.between("c.lat") + " AND " + Circle.between("c.lon")
        + " AND ST_Intersects(ST_GeomFromText(?), POINT(c.lon, c.lat))",
        List.of(lats.getMin(), lats.getMax(), lons.getMin(), lons.getMax(), text()));
  }

  private String text() {
    return corners.stream().map(c -> String.format(Locale.ROOT, "%.6f %.6f", c.lon(), c.lat()))
        .collect(Collectors.joining(", ", "POLYGON((", String.format(Locale.ROOT, ", %.6f %.6f))", corners.getFirst().lon(),
            corners.getFirst().lat())));
  }
}
