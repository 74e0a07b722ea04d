package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.territory.PlaceNames;
import org.enlacehub.territory.Territory;

/** Countries and areas by code or by name in Spanish and English. */
@Singleton
public class PlaceReader {
  private static final int LONGEST = 100;
  private final Territory territory;
  private final Map<String, String> countries = new HashMap<>();

  PlaceReader(Territory territory) {
    this.territory = territory;
    for (var code : Locale.getISOCountries()) {
      var locale = Locale.of("", code);
      countries.put(PlaceNames.key(locale.getDisplayCountry(Locale.of("es"))), code);
      countries.put(PlaceNames.key(locale.getDisplayCountry(Locale.ENGLISH)), code);
      countries.put(code.toLowerCase(Locale.ROOT), code);
      countries.put(locale.getISO3Country().toLowerCase(Locale.ROOT), code);
    }
    territory.countries().forEach(c -> c.aliases().forEach(alias -> countries.put(alias, c.code())));
  }

  /** ISO 3166-1 alpha-2; empty for what is no country. */
  public Optional<String> country(String text) {
    return Optional.ofNullable(countries.get(PlaceNames.key(text)));
  }

  /**
   * ISO 3166-2 with the country. In a country whose areas are not known here, any well-formed code is taken.
   *
   * @param country ISO 3166-1, null when unknown: then only a code with its country is understood
   */
  public Optional<String> area(@Nullable String country, String text) {
    var code = text.strip().toUpperCase(Locale.ROOT);
    var full = code.matches("[A-Z]{2}-[A-Z0-9]{1,3}") ? code : country == null ? "" : country + "-" + code;
    var of = country != null ? country : full.length() > 2 ? full.substring(0, 2) : "";
    if (territory.area(full).isPresent() && full.startsWith(of)) return Optional.of(full);
    var known = territory.areasOf(of);
    if (known.isEmpty()) return full.startsWith(of) && full.matches("[A-Z]{2}-[A-Z0-9]{1,3}") ? Optional.of(full) : Optional.empty();
    var key = PlaceNames.key(text);
    return known.stream().filter(a -> PlaceNames.key(a.es()).equals(key) || PlaceNames.key(a.en()).equals(key)
        || a.aliases().contains(key) || a.abbreviations().contains(key)).map(a -> a.code()).findFirst();
  }

  Place read(Map<String, String> given, List<Flaw> flaws) {
    var country = typed(given, "country").flatMap(text -> found(country(text), "country", "unknown-country",
        "Give a country by its two letters or its name.", flaws));
    var area = typed(given, "area").flatMap(text -> found(area(country.orElse(null), text), "area", "unknown-area",
        "Give an area by its ISO 3166-2 code such as US-CA, or by name together with its country.", flaws));
    var lat = number(given, "latitude", 90, flaws);
    var lon = number(given, "longitude", 180, flaws);
    if (lat.isPresent() != lon.isPresent()) flaws.add(new Flaw("latitude", "half-a-point", "Give latitude and longitude together."));
    return new Place(country.or(() -> area.map(a -> a.substring(0, 2))).orElse(null), area.orElse(null), line(given, "area2", LONGEST, flaws),
        line(given, "city", LONGEST, flaws), line(given, "postal_code", 16, flaws), lon.isPresent() ? lat.orElse(null) : null,
        lat.isPresent() ? lon.orElse(null) : null);
  }

  private static Optional<String> typed(Map<String, String> given, String name) {
    return Optional.ofNullable(given.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static Optional<String> found(Optional<String> value, String name, String code, String remedy, List<Flaw> flaws) {
    if (value.isEmpty()) flaws.add(new Flaw(name, code, remedy));
    return value;
  }

  private static @Nullable String line(Map<String, String> given, String name, int most, List<Flaw> flaws) {
    var text = typed(given, name).map(v -> v.replaceAll("\\s+", " ")).orElse(null);
    if (text == null) return null;
    boolean plain = text.chars().noneMatch(Character::isISOControl);
    boolean fits = text.length() <= most && (!name.equals("postal_code") || text.chars().allMatch(c -> c < 128));
    if (plain && fits) return name.equals("postal_code") ? text.toUpperCase(Locale.ROOT) : text;
    flaws.add(new Flaw(name, "too-long", "At most " + most + " plain characters."));
    return null;
  }

  private static Optional<Double> number(Map<String, String> given, String name, double most, List<Flaw> flaws) {
    return typed(given, name).flatMap(text -> {
      try {
        double degrees = Double.parseDouble(text);
        if (Math.abs(degrees) <= most) return Optional.of(degrees);
      } catch (NumberFormatException e) {
        // Told below, as for a figure out of bounds.
      }
      flaws.add(new Flaw(name, "invalid-degrees", "Give decimal degrees between -" + (int) most + " and " + (int) most + "."));
      return Optional.empty();
    });
  }
}
