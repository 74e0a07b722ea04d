package org.enlacehub.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Point to country and area: by the states' borders in the United States, else by the nearest town.
 * The borders are drawn for maps of 1 : 10 million, so within {@link #SURE_KM} of a town across a border the town decides.
 */
final class Locator {
  private static final double SURE_KM = 2.5;
  private static final double LAND_KM = 100;
  private static final double COAST_KM = 40;

  private final Neighbours neighbours;
  private final Map<String, PreparedGeometry> states = new LinkedHashMap<>();
  private final GeometryFactory geometry = new GeometryFactory();

  Locator(Neighbours neighbours) {
    this.neighbours = neighbours;
    var reader = new WKTReader(geometry);
    Table.read("us_states.csv.gz", row -> Map.entry(row.getField("area"), row.getField("wkt"))).forEach(state -> {
      try {
        states.put(state.getKey(), PreparedGeometryFactory.prepare(reader.read(state.getValue())));
      } catch (ParseException e) {
        throw new IllegalStateException("territory/us_states.csv.gz: " + state.getKey(), e);
      }
    });
  }

  /** Empty in the ocean and wherever no town is near. */
  Optional<Spot> locate(GeoPoint point) {
    var close = neighbours.nearest(point, SURE_KM, _ -> true);
    var state = stateAt(point);
    if (state.isPresent() && close.filter(c -> !c.country().equals("US")).isEmpty()) {
      return neighbours.nearest(point, LAND_KM * 10, p -> p.area().equals(state.get()))
          .map(s -> new Spot("US", state.get(), s.nearest(), s.km()));
    }
    if (close.isPresent()) {
      return close;
    }
    return neighbours.nearest(point, LAND_KM, p -> !p.country().equals("US"))
        .or(() -> neighbours.nearest(point, COAST_KM, p -> p.country().equals("US")));
  }

  /** The states as they are drawn. */
  List<Geometry> states() {
    return states.values().stream().map(PreparedGeometry::getGeometry).toList();
  }

  private Optional<String> stateAt(GeoPoint point) {
    var p = geometry.createPoint(new Coordinate(point.lon(), point.lat()));
    return states.entrySet().stream().filter(s -> s.getValue().contains(p)).map(Map.Entry::getKey).findFirst();
  }
}
