package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Where a person lives, as far as it is known.
 *
 * @param country ISO 3166-1 alpha-2
 * @param area first-level area, ISO 3166-2 with the country, such as {@code US-CA}
 * @param area2 county, municipality or district, by name
 */
@Serdeable
public record Place(@Nullable String country, @Nullable String area, @Nullable String area2, @Nullable String city,
    @Nullable String postalCode, @Nullable Double lat, @Nullable Double lon) {
  public static final Place UNKNOWN = new Place(null, null, null, null, null, null, null);

  public static Place of(@Nullable String country, @Nullable String area) {
    return new Place(country, area, null, null, null, null, null);
  }

  public boolean isUnknown() {
    return equals(UNKNOWN);
  }

  /**
   * This place with what {@code newer} adds. Where the country or area changed, the finer parts of the old place are dropped: they
   * lie elsewhere.
   */
  public Place with(Place newer) {
    boolean moved = differs(country, newer.country) || differs(area, newer.area);
    var old = moved ? new Place(newer.country == null || newer.country.equals(country) ? country : null, null, null, null, null, null, null)
        : this;
    boolean otherPostal = differs(old.postalCode, newer.postalCode) || differs(old.city, newer.city);
    return new Place(or(newer.country, old.country), or(newer.area, old.area), or(newer.area2, old.area2), or(newer.city, old.city),
        or(newer.postalCode, old.postalCode), newer.lat != null || otherPostal ? newer.lat : old.lat,
        newer.lon != null || otherPostal ? newer.lon : old.lon);
  }

  private static boolean differs(@Nullable String old, @Nullable String newer) {
    return old != null && newer != null && !old.equals(newer);
  }

  private static <T> T or(T first, T second) {
    return first != null ? first : second;
  }
}
