package org.enlacehub.routing;

import java.util.List;
import java.util.Optional;
import org.enlacehub.territory.GeoPoint;
import org.enlacehub.territory.Place;

/**
 * One piece of evidence says that the person is somewhere.
 *
 * @param country ISO 3166-1; empty when the evidence leaves even that open
 * @param area ISO 3166-2, or empty
 * @param weight how much it counts, 0 to 1
 * @param options the places that it may mean, when it is one of several of the same name
 */
record Claim(Rule rule, String country, String area, String place, Optional<GeoPoint> at, double weight, String evidence,
    int start, int end, List<Place> options) {

  static Claim of(Rule rule, double weight, String country, String area, String place, Optional<GeoPoint> at, String evidence) {
    return new Claim(rule, country, area, place, at, weight, evidence, -1, -1, List.of());
  }

  Claim settledIn(Place option) {
    return new Claim(rule, option.country(), option.area(), option.name(), Optional.of(option.at()), weight, evidence, start,
        end, List.of());
  }

  /** The same, counting so many times as much. */
  Claim weighing(double times) {
    return new Claim(rule, country, area, place, at, weight * times, evidence, start, end, options);
  }

  /** What it says is narrower than a country. */
  boolean precise() {
    return !area.isEmpty() || (!country.isEmpty() && !place.isEmpty() && options.isEmpty());
  }
}
