package org.enlacehub.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The nearest town to a point, by a grid of one degree. */
final class Neighbours {
  private static final double KM_PER_DEGREE = 111.2;

  private final Map<Long, List<Place>> cells = new HashMap<>();

  Neighbours(Collection<Place> towns, Collection<PostalPlace> postal) {
    towns.forEach(this::add);
    postal.forEach(p -> add(new Place(p.city(), "US", p.area(), 0, p.at())));
  }

  /** The nearest that passes the filter and is at most so far away. */
  Optional<Spot> nearest(GeoPoint point, double maxKm, Predicate<Place> filter) {
    int rows = (int) Math.ceil(maxKm / KM_PER_DEGREE);
    int columns = (int) Math.min(180, Math.ceil(rows / Math.max(0.05, Math.cos(Math.toRadians(point.lat())))));
    Place best = null;
    double bestKm = maxKm;
    for (int y = -rows; y <= rows; y++) {
      for (int x = -columns; x <= columns; x++) {
        for (var place : cells.getOrDefault(cell(point.lat() + y, point.lon() + x), List.of())) {
          double km = place.at().km(point);
          if (km <= bestKm && filter.test(place)) {
            best = place;
            bestKm = km;
          }
        }
      }
    }
    return best == null ? Optional.empty() : Optional.of(new Spot(best.country(), best.area(), best, bestKm));
  }

  private void add(Place place) {
    cells.computeIfAbsent(cell(place.at().lat(), place.at().lon()), _ -> new ArrayList<>()).add(place);
  }

  private static long cell(double lat, double lon) {
    long column = Math.floorMod((long) Math.floor(lon) + 180, 360L);
    return (long) Math.floor(lat) * 1000 + column;
  }
}
