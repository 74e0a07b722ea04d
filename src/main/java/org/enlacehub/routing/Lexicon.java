package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.enlacehub.territory.Area;
import org.enlacehub.territory.Country;
import org.enlacehub.territory.Gazetteer;
import org.enlacehub.territory.Place;
import org.enlacehub.territory.PlaceNames;
import org.enlacehub.territory.Territory;

/** Every name and spelling of a place that is known, folded. */
final class Lexicon {
  static final int LONGEST = 6;
  /** Towns from this size on are recognised in wrong spellings. */
  private static final int NOTABLE = 40_000;
  private static final int NOTABLE_AT_HOME = 10_000;

  private final Map<String, List<Referent>> byKey = new HashMap<>();
  private final Set<String> firstWords = new java.util.HashSet<>();
  private final Map<String, List<Referent>> abbreviations = new HashMap<>();
  private final Typos typos;
  private final Territory territory;

  Lexicon(Territory territory, RoutingRules rules) {
    this.territory = territory;
    territory.gazetteer().all().forEach((key, places) -> places.forEach(p -> add(key, Referent.town(p, false))));
    territory.areas().forEach(this::add);
    territory.countries().stream().filter(c -> !c.aliases().isEmpty()).forEach(this::add);
    rules.spellings().forEach(this::add);
    byKey.keySet().removeIf(key -> ordinary(key, rules));
    byKey.keySet().forEach(key -> firstWords.add(key.split(" ", 2)[0]));
    typos = new Typos(notable(rules.words().common()), rules.words().notTypos());
  }

  /** What a folded name stands for; empty when it is no name. */
  List<Referent> named(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** False when no name begins with this word. */
  boolean mayBegin(String word) {
    return firstWords.contains(word);
  }

  /** What an abbreviation such as {@code fl} stands for. */
  List<Referent> abbreviated(String word) {
    return abbreviations.getOrDefault(word, List.of());
  }

  /** What a wrongly written name most probably stands for. */
  List<Referent> nearly(String key) {
    return typos.nearest(key).stream().flatMap(name -> named(name).stream()).distinct().toList();
  }

  List<Referent> county(String key) {
    return territory.counties(key).stream()
        .map(c -> new Referent(Referent.Kind.COUNTY, "US", c.area(), c.name(), Optional.of(c.at()), 0, false)).toList();
  }

  private void add(String key, Referent referent) {
    if (!key.isEmpty() && key.split(" ").length <= LONGEST && key.length() > 2) {
      var all = byKey.computeIfAbsent(key, _ -> new ArrayList<>(1));
      if (!all.contains(referent)) {
        all.add(referent);
      }
    }
  }

  private void add(Area area) {
    if (!Meaning.HOSTS.contains(area.country())) {
      return;
    }
    var referent = Referent.area(area.code(), area.es(), false);
    Stream.concat(Stream.of(area.es(), area.en()), area.aliases().stream()).map(PlaceNames::key).distinct()
        .filter(key -> !key.equals("guatemala") && !key.equals("panama")).forEach(key -> add(key, referent));
    area.abbreviations().forEach(a -> abbreviations.computeIfAbsent(a, _ -> new ArrayList<>(1)).add(referent));
  }

  private void add(Country country) {
    var referent = Referent.country(country.code(), country.es());
    Stream.concat(Stream.of(country.es(), country.en()), country.aliases().stream()).map(PlaceNames::key).distinct()
        .forEach(key -> add(key, referent));
  }

  private void add(RoutingRules.Spelled row) {
    var key = row.spelling();
    if (row.area().isEmpty() && row.place().isEmpty()) {
      add(key, new Referent(Referent.Kind.COUNTRY, row.country(), "", "", Optional.empty(), 1, true));
      return;
    }
    var town = town(row, territory.gazetteer());
    if (town.isPresent()) {
      add(key, Referent.town(town.get(), row.sure()));
    } else if (!row.area().isEmpty()) {
      add(key, row.place().isEmpty() ? Referent.area(row.area(), territory.area(row.area()).map(Area::es).orElse(row.area()),
          row.sure())
          : new Referent(Referent.Kind.TOWN, row.country(), row.area(), row.place(), Optional.empty(), 0, row.sure()));
    }
  }

  static Optional<Place> town(RoutingRules.Spelled row, Gazetteer gazetteer) {
    return row.place().isEmpty() ? Optional.empty() : gazetteer.named(row.place(), row.area().isEmpty() ? row.country()
        : row.area());
  }

  /** Towns called "La Ciudad", "Hospital" or "Una": such words always mean the ordinary thing. */
  private static boolean ordinary(String key, RoutingRules rules) {
    return rules.frames().containsKey(key)
        || Stream.of(key.split(" ")).allMatch(w -> rules.words().generic().contains(w) || rules.words().turns().contains(w)
            || rules.words().holding().contains(w));
  }

  private List<String> notable(Set<String> common) {
    return byKey.entrySet().stream().filter(e -> !common.contains(e.getKey()))
        .filter(e -> e.getValue().stream().anyMatch(Lexicon::notable)).map(Map.Entry::getKey).toList();
  }

  private static boolean notable(Referent referent) {
    boolean near = Set.of("US", "MX", "CA", "GT").contains(referent.country());
    return referent.whole() || referent.preferred() || (near && referent.population() >= NOTABLE)
        || (referent.country().equals("GT") && referent.population() >= NOTABLE_AT_HOME);
  }
}
