package org.enlacehub.routing;

import java.util.Optional;
import org.enlacehub.territory.GeoPoint;
import org.enlacehub.territory.Place;

/**
 * Something that a name may stand for.
 *
 * @param area ISO 3166-2; empty for a country, or where the area is not known
 * @param population of a town; of the whole for others a large figure
 * @param preferred the configuration says that the name means this unless other words say otherwise
 */
record Referent(Kind kind, String country, String area, String name, Optional<GeoPoint> at, int population, boolean preferred) {
  private static final int WHOLE = 1_000_000;

  enum Kind { COUNTRY, AREA, COUNTY, TOWN, FACILITY, POSTAL_CODE }

  static Referent country(String code, String name) {
    return new Referent(Kind.COUNTRY, code, "", name, Optional.empty(), WHOLE, false);
  }

  static Referent area(String code, String name, boolean preferred) {
    return new Referent(Kind.AREA, code.substring(0, 2), code, name, Optional.empty(), WHOLE, preferred);
  }

  static Referent town(Place place, boolean preferred) {
    return new Referent(Kind.TOWN, place.country(), place.area(), place.name(), Optional.of(place.at()), place.population(),
        preferred);
  }

  /** Both can be true at once: one lies in the other, or they are the same. */
  boolean fits(Referent other) {
    return country.equals(other.country) && (area.equals(other.area) || area.isEmpty() || other.area.isEmpty());
  }

  boolean whole() {
    return kind == Kind.COUNTRY || kind == Kind.AREA;
  }

  Place place() {
    return new Place(whole() ? "" : name, country, area, population, at.orElse(new GeoPoint(0, 0)));
  }
}
