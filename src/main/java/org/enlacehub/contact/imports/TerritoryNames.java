package org.enlacehub.contact.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enlacehub.territory.Territory;

/** Countries and areas as the territory knows them, by any of their names and codes. */
final class TerritoryNames implements PlaceNames {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

  /** Of a country with fewer areas here, others may exist, and their codes are taken on trust. */
  private static final int SURELY_ALL = 10;

  private final CountryNames world = new CountryNames();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, Map<String, String>> areas = new HashMap<>();
  private final Map<String, List<String>> names = new HashMap<>();

  TerritoryNames(Territory territory) {
    for (var country : territory.countries()) {
      countries.put(Folded.of(country.es()), country.code());
      countries.put(Folded.of(country.en()), country.code());
      country.aliases().forEach(alias -> countries.put(Folded.of(alias), country.code()));
    }
    for (var area : territory.areas()) {
      var words = new ArrayList<>(List.of(area.es(), area.en(), area.code(), area.code().substring(3)));
      words.addAll(area.abbreviations());
      words.addAll(area.aliases());
      words.forEach(word -> areas.computeIfAbsent(area.country(), _ -> new HashMap<>()).putIfAbsent(Folded.of(word), area.code()));
      for (var name : List.of(area.es(), area.en())) {
        var codes = names.computeIfAbsent(Folded.of(name), _ -> new ArrayList<>(1));
        if (!codes.contains(area.code())) {
          codes.add(area.code());
        }
      }
    }
  }

  @Override public Optional<String> country(String text) {
    var known = world.country(text);
    return known.isPresent() ? known : Optional.ofNullable(countries.get(Folded.of(text)));
  }

  /** Where the country is not known, a full name that only one country has tells both. */
  @Override public Optional<String> area(String country, String text) {
    var folded = Folded.of(text);
    var code = text.strip().toUpperCase(Locale.ROOT);
    var home = areas.get(country.isEmpty() && CODE.matcher(code).matches() ? code.substring(0, 2) : country);
    if (home != null) {
      var bare = folded.replaceFirst("^(estado|departamento|provincia|state|department|province) (de |of )?", "");
      var found = Optional.ofNullable(home.get(folded)).or(() -> Optional.ofNullable(home.get(bare)));
      if (found.isPresent() || home.values().stream().distinct().count() >= SURELY_ALL) {
        return found;
      }
    }
    if (country.isEmpty() && names.getOrDefault(folded, List.of()).size() == 1) {
      return Optional.of(names.get(folded).getFirst());
    }
    return world.area(country, text);
  }
}
