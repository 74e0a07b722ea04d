package org.enlacehub.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Towns by name. One name has as many towns as bear it, the largest first. */
public final class Gazetteer {
  private static final Set<String> GENERIC = Set.of("villa", "san", "santa", "santo", "ciudad", "puerto", "valle", "colonia",
      "rancho",
      "los", "las", "el", "la", "pueblo", "barrio", "ejido", "ex", "hacienda", "general", "lomas", "fraccionamiento", "cerro",
          "playa",
      "paso", "mesa", "boca", "plan", "rincon", "loma", "real", "agua", "palma", "rio", "arroyo", "monte", "casa", "campo",
          "nuevo", "nueva");
  private static final int SHORT_NAME_LETTERS = 6;

  private final Map<String, List<Place>> byKey = new HashMap<>();
  private final List<Place> towns;

  Gazetteer(List<Place> towns, Collection<PostalPlace> postal) {
    this.towns = List.copyOf(towns);
    for (var town : towns) {
      add(PlaceNames.key(town.name()), town);
      shortNames(town).forEach(key -> add(key, town));
    }
    addPostal(postal);
    byKey.replaceAll((_, places) -> places.stream()
        .sorted((a, b) -> Integer.compare(b.population(), a.population())).toList());
  }

  /** The towns of a name written as {@link PlaceNames#key} makes it; empty when there is none. */
  public List<Place> named(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** The town of that name in an area or a country (its ISO code), the largest if there are several. */
  public Optional<Place> named(String name, String areaOrCountry) {
    return named(PlaceNames.key(name)).stream()
        .filter(p -> p.area().equals(areaOrCountry) || p.country().equals(areaOrCountry)).findFirst();
  }

  /** Every key with its towns, in order. */
  public Map<String, List<Place>> all() {
    return new TreeMap<>(byKey);
  }

  /** Towns of the gazetteer proper, without those known only from postal codes. */
  List<Place> towns() {
    return towns;
  }

  private void add(String key, Place place) {
    var places = byKey.computeIfAbsent(key, _ -> new ArrayList<>(1));
    if (!places.contains(place)) {
      places.add(place);
    }
  }

  /** Towns that only the postal codes name; their population is unknown and so counts as small. */
  private void addPostal(Collection<PostalPlace> postal) {
    var seen = new HashSet<String>();
    for (var code : postal) {
      var key = PlaceNames.key(code.city());
      boolean known = byKey.getOrDefault(key, List.of()).stream().anyMatch(p -> p.area().equals(code.area()));
      if (!known && seen.add(key + "/" + code.area())) {
        add(key, new Place(code.city(), "US", code.area(), 0, code.at()));
      }
    }
  }

  /** "Heroica Matamoros" is called Matamoros, "Acapulco de Juárez" Acapulco. */
  private static List<String> shortNames(Place town) {
    if (!Set.of("MX", "GT", "SV", "HN").contains(town.country())) {
      return List.of();
    }
    var words = PlaceNames.words(town.name());
    var names = new ArrayList<String>();
    if (words.size() > 1 && Set.of("heroica", "ciudad").contains(words.getFirst())) {
      words = words.subList(1, words.size());
      names.add(String.join(" ", words));
    }
    int link = Math.max(words.indexOf("de"), words.indexOf("del"));
    if (link == 1 && words.getFirst().length() >= SHORT_NAME_LETTERS && !GENERIC.contains(words.getFirst())) {
      names.add(words.getFirst());
    }
    return names;
  }
}
