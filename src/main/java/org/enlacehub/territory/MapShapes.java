package org.enlacehub.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** What a small map shows of a window of the earth: the outlines of the states of the United States, and towns. */
public final class MapShapes {
  private final List<Geometry> states;
  private final List<Place> towns;
  private final GeometryFactory geometry = new GeometryFactory();

  MapShapes(Collection<Geometry> states, Collection<Place> towns) {
    this.states = List.copyOf(states);
    this.towns = towns.stream().sorted(Comparator.comparingInt(Place::population).reversed()).toList();
  }

  /** A window in degrees; it does not cross the date line. */
  public record Window(double south, double west, double north, double east) {
    public boolean contains(GeoPoint point) {
      return point.lat() >= south && point.lat() <= north && point.lon() >= west && point.lon() <= east;
    }
  }

  /** Lines of state borders and coasts within the window, drawn with steps of {@code detail} degrees. */
  public List<List<GeoPoint>> borders(Window window, double detail) {
    var box = geometry.toGeometry(new Envelope(window.west, window.east, window.south, window.north));
    var lines = new ArrayList<List<GeoPoint>>();
    for (var state : states) {
      if (!state.getEnvelopeInternal().intersects(box.getEnvelopeInternal())) continue;
      var cut = DouglasPeuckerSimplifier.simplify(state, detail).getBoundary().intersection(box);
      for (int i = 0; i < cut.getNumGeometries(); i++) {
        if (cut.getGeometryN(i).getNumPoints() > 1) lines.add(points(cut.getGeometryN(i).getCoordinates()));
      }
    }
    return lines;
  }

  /** The towns within the window, the largest first. */
  public List<Place> towns(Window window, int most) {
    return towns.stream().filter(town -> window.contains(town.at())).limit(most).toList();
  }

  private static List<GeoPoint> points(Coordinate[] coordinates) {
    return Arrays.stream(coordinates).map(c -> new GeoPoint(c.y, c.x)).toList();
  }
}
