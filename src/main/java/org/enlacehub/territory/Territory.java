package org.enlacehub.territory;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The one door to everything about places. Immutable; loading takes some tenths of a second, so load it once. */
public final class Territory {
  private final Map<String, Country> countries = new LinkedHashMap<>();
  private final Map<String, Area> areas = new LinkedHashMap<>();
  private final Map<String, PostalPlace> postal = new HashMap<>();
  private final Map<String, List<County>> counties = new HashMap<>();
  private final Gazetteer gazetteer;
  private final PhonePrefixes phones;
  private final Locator locator;
  private final MapShapes shapes;

  private Territory() {
    Table.read("countries.csv", row -> country(row.getField("code"), Table.list(row, "aliases"), ZoneId.of(row.getField("zone"))))
        .forEach(c -> countries.put(c.code(), c));
    Table.read("areas.csv", row -> new Area(row.getField("code"), row.getField("es"), row.getField("en"),
        Table.list(row, "abbreviations"), Table.list(row, "aliases"), ZoneId.of(row.getField("zone")))).forEach(a ->
            areas.put(a.code(), a));
    Table.read("us_postal_codes.csv.gz", row -> new PostalPlace(row.getField("postal_code"), row.getField("city").intern(),
        row.getField("area").intern(), Table.point(row))).forEach(p -> postal.put(p.code(), p));
    Table.read("us_counties.csv.gz", row -> new County(row.getField("name"), row.getField("area").intern(), Table.point(row)))
        .forEach(c -> counties.computeIfAbsent(PlaceNames.key(c.name()), _ -> new ArrayList<>(1)).add(c));
    var towns = Table.read("places.csv.gz", row -> new Place(row.getField("name"), row.getField("country").intern(),
        row.getField("area").intern(), Integer.parseInt(row.getField("population")), Table.point(row)));
    gazetteer = new Gazetteer(towns, postal.values());
    phones = new PhonePrefixes(gazetteer);
    locator = new Locator(new Neighbours(towns, postal.values()));
    shapes = new MapShapes(locator.states(), towns);
  }

  public static Territory load() {
    return new Territory();
  }

  /** A country by its two letters. */
  public Optional<Country> country(String code) {
    return Optional.ofNullable(countries.get(code));
  }

  public Collection<Country> countries() {
    return List.copyOf(countries.values());
  }

  /** An area by its ISO 3166-2 code. */
  public Optional<Area> area(String code) {
    return Optional.ofNullable(areas.get(code));
  }

  /** The areas of a country that are known here, in the order of their names; none for most countries. */
  public List<Area> areasOf(String country) {
    return areas.values().stream().filter(a -> a.country().equals(country)).toList();
  }

  public Collection<Area> areas() {
    return List.copyOf(areas.values());
  }

  public Gazetteer gazetteer() {
    return gazetteer;
  }

  public PhonePrefixes phones() {
    return phones;
  }

  /** A ZIP code, with or without its four further digits. */
  public Optional<PostalPlace> postalCode(String code) {
    var digits = code == null ? "" : code.strip();
    return digits.matches("\\d{5}([- ]?\\d{4})?") ? Optional.ofNullable(postal.get(digits.substring(0, 5))) : Optional.empty();
  }

  /** Counties of the United States by a folded name without the word county. */
  public List<County> counties(String key) {
    return List.copyOf(counties.getOrDefault(key, List.of()));
  }

  /** What lies at a point; empty in the ocean. */
  public Optional<Spot> at(GeoPoint point) {
    return locator.locate(point);
  }

  /** What a map can show. */
  public MapShapes shapes() {
    return shapes;
  }

  /**
   * The time zone of a person: by area, else by the number's prefix when the country agrees or is unknown, else the country's.
   * Any argument may be null or empty. UTC when nothing is known.
   */
  public ZoneId zoneOf(String country, String area, String phone) {
    var byArea = area == null ? null : areas.get(area);
    if (byArea != null) {
      return byArea.zone();
    }
    var origin = phones.originOf(phone);
    boolean agrees = country == null || country.isEmpty() || origin.filter(o -> o.country().equals(country)).isPresent();
    if (agrees && origin.isPresent()) {
      var byPrefix = Optional.ofNullable(areas.get(origin.get().area())).map(Area::zone).or(() -> phones.zoneOf(phone));
      if (byPrefix.isPresent()) {
        return byPrefix.get();
      }
    }
    var code = country == null || country.isEmpty() ? origin.map(PhoneOrigin::country).orElse("") : country;
    return country(code).map(Country::zone).orElse(ZoneOffset.UTC);
  }

  private static Country country(String code, List<String> aliases, ZoneId zone) {
    var locale = Locale.of("", code);
    return new Country(code, locale.getDisplayCountry(Locale.of("es")), locale.getDisplayCountry(Locale.ENGLISH), aliases, zone);
  }
}
