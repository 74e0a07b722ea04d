package org.enlacehub.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlacehub.contact.PlaceReader;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.territory.Territory;

/** Reads places in queries: {@code US}, {@code US-CA}, {@code CA} beside {@code country = US}, {@code "California"}. */
final class AreaReader {
  private final PlaceReader places;
  private final Territory territory;

  AreaReader(PlaceReader places, Territory territory) {
    this.places = places;
    this.territory = territory;
  }

  List<String> country(Value value) {
    var code = places.country(value.text());
    if (code.isPresent()) return List.of(code.get());
    var known = territory.countries().stream().flatMap(c -> java.util.stream.Stream.of(c.code(), c.es(), c.en())).toList();
    throw QueryField.unsuited(value, "no-country", "There is no such country; write its two letters.",
        Spelling.nearest(value.text(), known).flatMap(places::country).orElse(null));
  }

  /** @param countries those that the query names; a short code means the area of that code in each of them that has one */
  List<String> area(Value value, Set<String> countries) {
    var whole = places.area(null, value.text());
    if (whole.isPresent()) return List.of(whole.get());
    var found = new ArrayList<String>();
    for (var country : countries) places.area(country, value.text()).ifPresent(found::add);
    if (!found.isEmpty()) return found;
    if (countries.isEmpty()) {
      var guess = territory.areas().stream().map(a -> a.code())
          .filter(code -> code.endsWith("-" + value.text().toUpperCase(Locale.ROOT))).findFirst();
      throw QueryField.unsuited(value, "area-without-country",
          "An area needs its country: write it whole, such as US-CA, or add country = US.", guess.orElse(null));
    }
    var known = countries.stream().flatMap(c -> territory.areasOf(c).stream()).toList();
    var names = known.stream().flatMap(a -> java.util.stream.Stream.of(a.code(), a.code().substring(3), a.es(), a.en())).toList();
    throw QueryField.unsuited(value, "no-area", "There is no such area in " + String.join(", ", countries) + ".",
        Spelling.nearest(value.text(), names).orElse(null));
  }
}
