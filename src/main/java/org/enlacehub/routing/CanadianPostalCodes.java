package org.enlacehub.routing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first letter of a Canadian postal code names the province (Canada Post's forward sortation areas). */
final class CanadianPostalCodes {
  private static final Pattern CODE = Pattern.compile("[ABCEGHJ-NPRSTVXY]\\d[A-Z][ -]?\\d[A-Z]\\d");
  private static final Map<Character, String> PROVINCES = Map.ofEntries(Map.entry('A', "CA-NL"), Map.entry('B', "CA-NS"),
      Map.entry('C', "CA-PE"), Map.entry('E', "CA-NB"), Map.entry('G', "CA-QC"), Map.entry('H', "CA-QC"), Map.entry('J', "CA-QC"),
      Map.entry('K', "CA-ON"), Map.entry('L', "CA-ON"), Map.entry('M', "CA-ON"), Map.entry('N', "CA-ON"), Map.entry('P', "CA-ON"),
      Map.entry('R', "CA-MB"), Map.entry('S', "CA-SK"), Map.entry('T', "CA-AB"), Map.entry('V', "CA-BC"),
          Map.entry('Y', "CA-YT"));

  private CanadianPostalCodes() {}

  /** The province; empty for what is no Canadian code, and for X, which two territories share. */
  static Optional<String> areaOf(String code) {
    var upper = code.toUpperCase(Locale.ROOT);
    return CODE.matcher(upper).matches() ? Optional.ofNullable(PROVINCES.get(upper.charAt(0))) : Optional.empty();
  }
}
