package org.enlacehub.contact.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Countries by the JDK's own names in Spanish and English and the short forms people use; areas only by their ISO 3166-2 code. */
final class CountryNames implements PlaceNames {
  private static final Pattern AREA = Pattern.compile("([A-Z]{2})-[A-Z0-9]{1,3}");
  private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("eeuu", "US"), Map.entry("ee uu", "US"), Map.entry("e e u u", "US"), Map.entry("eua", "US"),
      Map.entry("e u a", "US"), Map.entry("u s a", "US"), Map.entry("u s", "US"), Map.entry("united states of america", "US"),
      Map.entry("estados unidos de america", "US"), Map.entry("estados unidos de norteamerica", "US"), Map.entry("estados unidos mexicanos", "MX"),
      Map.entry("inglaterra", "GB"), Map.entry("gran bretana", "GB"), Map.entry("england", "GB"), Map.entry("uk", "GB"), Map.entry("holanda", "NL"),
      Map.entry("corea", "KR"), Map.entry("rusia", "RU"));
  private static final Map<String, String> CODES = codes();

  private static Map<String, String> codes() {
    var codes = new HashMap<String, String>();
    for (var code : Locale.getISOCountries()) {
      var locale = Locale.of("", code);
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(locale.getISO3Country().toLowerCase(Locale.ROOT), code);
      for (var reader : Set.of(Locale.of("es"), Locale.ENGLISH)) {
        codes.putIfAbsent(Folded.of(locale.getDisplayCountry(reader)), code);
      }
    }
    codes.putAll(SHORT);
    return Map.copyOf(codes);
  }

  @Override public Optional<String> country(String text) {
    return Optional.ofNullable(CODES.get(Folded.of(text)));
  }

  @Override public Optional<String> area(String country, String text) {
    var code = AREA.matcher(text.strip().toUpperCase(Locale.ROOT));
    return code.matches() && (country.isEmpty() || country.equals(code.group(1))) ? Optional.of(code.group()) : Optional.empty();
  }
}
