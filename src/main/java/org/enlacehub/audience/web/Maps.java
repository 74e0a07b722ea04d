package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.audience.Asking;
import org.enlacehub.audience.Centres;
import org.enlacehub.audience.Circle;
import org.enlacehub.audience.QueryPart.Row;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.territory.GeoPoint;
import org.enlacehub.territory.MapShapes;
import org.enlacehub.territory.MapShapes.Window;
import org.enlacehub.territory.Place;
import org.enlacehub.territory.Territory;

/** Draws the circle or border of a row over borders and towns of its surroundings; everything comes from the territory's own tables. */
@Singleton
class Maps {
  private static final int TOWNS = 260;
  private static final int NAMES = 9;
  /** Two names nearer than this, in map units, would cover each other. */
  private static final int NAME_WIDTH = 95;
  private static final int NAME_HEIGHT = 16;
  private static final double LEAST_DEGREES = 0.3;
  private static final double MOST_ZOOM = 64;
  /** The contiguous United States and Mexico, where nothing is drawn yet. */
  private static final Window WHERE_MOST_LIVE = new Window(13, -125, 50, -66);
  private final MapShapes shapes;
  private final Centres centres;

  Maps(Territory territory, Centres centres) {
    this.shapes = territory.shapes();
    this.centres = centres;
  }

  MapView of(Row row, String zoomed, Texts t) {
    double zoom = zoom(zoomed);
    if (row.asking() == Asking.INSIDE) {
      var corners = row.values().stream().map(Maps::point).flatMap(Optional::stream).toList();
      var window = corners.isEmpty() ? WHERE_MOST_LIVE : around(corners, zoom);
      return drawn(window, zoom, null, corners, t.get("audience.map.border", corners.size()));
    }
    var values = row.values();
    var centre = values.size() < 2 ? Optional.<GeoPoint>empty() : point(values.get(1)).or(() -> town(values.get(1)).map(Place::at));
    var km = values.isEmpty() ? Optional.<Double>empty() : kilometres(values.getFirst());
    if (centre.isEmpty() || km.isEmpty()) return drawn(WHERE_MOST_LIVE, zoom, null, List.of(), t.get("audience.map.nothing"));
    var circle = new Circle(centre.get(), km.get());
    var name = point(values.get(1)).isPresent() ? values.get(1) : town(values.get(1)).map(p -> p.name()
        + (p.area().isEmpty() ? ", " + p.country() : ", " + p.area())).orElse(values.get(1));
    return drawn(around(circle, zoom), zoom, circle, List.of(), t.get("audience.map.circle", km.get(), name));
  }

  private Optional<Place> town(String name) {
    return name.isBlank() ? Optional.empty() : centres.town(name, Set.of());
  }

  private MapView drawn(Window window, double zoom, @Nullable Circle circle, List<GeoPoint> corners, String words) {
    double step = (window.east() - window.west()) / MapView.WIDTH;
    var borders = shapes.borders(window, step).stream().map(line -> points(line, window)).toList();
    return new MapView(String.format(Locale.ROOT, "%.5f,%.5f,%.5f,%.5f", window.south(), window.west(), window.north(), window.east()),
        String.format(Locale.ROOT, "%.4f", zoom), borders, towns(window), circle == null ? null : ellipse(circle, window),
        points(corners, window), words);
  }

  private List<MapView.Town> towns(Window window) {
    var drawn = new ArrayList<MapView.Town>();
    var named = new ArrayList<double[]>();
    for (var town : shapes.towns(window, TOWNS)) {
      double x = x(town.at(), window);
      double y = y(town.at(), window);
      boolean free = named.size() < NAMES && x < MapView.WIDTH - NAME_WIDTH && named.stream().noneMatch(other ->
          Math.abs(other[0] - x) < NAME_WIDTH && Math.abs(other[1] - y) < NAME_HEIGHT);
      if (free) named.add(new double[] {x, y});
      drawn.add(new MapView.Town(number(x), number(y), free ? town.name() : null));
    }
    return drawn;
  }

  private static MapView.Ellipse ellipse(Circle circle, Window window) {
    double perDegree = MapView.HEIGHT / (window.north() - window.south());
    return new MapView.Ellipse(number(x(circle.centre(), window)), number(y(circle.centre(), window)),
        number(circle.high() / Math.cos(Math.toRadians(Math.min(85, Math.abs(circle.centre().lat())))) * MapView.WIDTH
            / (window.east() - window.west())), number(circle.high() * perDegree));
  }

  private static Window around(Circle circle, double zoom) {
    return window(circle.centre().lat(), circle.centre().lon(), Math.max(LEAST_DEGREES, circle.high() * 2.6) * zoom);
  }

  private static Window around(List<GeoPoint> corners, double zoom) {
    var lats = corners.stream().mapToDouble(GeoPoint::lat).summaryStatistics();
    var lons = corners.stream().mapToDouble(GeoPoint::lon).summaryStatistics();
    double lat = (lats.getMin() + lats.getMax()) / 2;
    double narrow = Math.cos(Math.toRadians(Math.min(85, Math.abs(lat)))) * MapView.HEIGHT / MapView.WIDTH;
    double degrees = Math.max(lats.getMax() - lats.getMin(), (lons.getMax() - lons.getMin()) * narrow);
    return window(lat, (lons.getMin() + lons.getMax()) / 2, Math.max(LEAST_DEGREES, degrees * 1.6) * zoom);
  }

  /** A window of so many degrees of latitude, with the map's proportions at that latitude; within the world. */
  private static Window window(double lat, double lon, double degrees) {
    double high = Math.min(degrees, 120);
    double wide = Math.min(350, high * MapView.WIDTH / MapView.HEIGHT / Math.cos(Math.toRadians(Math.min(80, Math.abs(lat)))));
    double south = Math.clamp(lat - high / 2, -90, 90 - high);
    double west = Math.clamp(lon - wide / 2, -180, 180 - wide);
    return new Window(south, west, south + high, west + wide);
  }

  private static String points(List<GeoPoint> points, Window window) {
    return points.stream().map(p -> number(x(p, window)) + "," + number(y(p, window))).collect(Collectors.joining(" "));
  }

  private static double x(GeoPoint point, Window window) {
    return (point.lon() - window.west()) / (window.east() - window.west()) * MapView.WIDTH;
  }

  private static double y(GeoPoint point, Window window) {
    return (window.north() - point.lat()) / (window.north() - window.south()) * MapView.HEIGHT;
  }

  private static String number(double units) {
    return String.format(Locale.ROOT, "%.1f", units);
  }

  private static double zoom(String typed) {
    try {
      return Math.clamp(Double.parseDouble(typed), 1 / MOST_ZOOM, MOST_ZOOM);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static Optional<Double> kilometres(String typed) {
    try {
      return Optional.of(Double.parseDouble(typed)).filter(km -> km > 0 && km <= 5_000);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<GeoPoint> point(String typed) {
    var parts = typed.split(",");
    try {
      return parts.length != 2 ? Optional.empty() : GeoPoint.of(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
