package org.enlacehub.contact.imports;

import java.util.Locale;
import java.util.Map;

/** Postal codes in one form; zeros that Excel took from the front of codes of five digits are put back. */
final class PostalCodes {
  private static final Map<String, Integer> DIGITS = Map.of("US", 5, "MX", 5, "GT", 5, "ES", 5, "DE", 5, "FR", 5, "IT", 5, "PR", 5);

  private PostalCodes() {}

  static String tidy(String text, String country, RowReport report) {
    if (isDigits(text) && text.length() == DIGITS.getOrDefault(country, 0)) {
      return text;
    }
    var bare = text.replaceFirst("^(\\d+)[.,]0+$", "$1").toUpperCase(Locale.ROOT);
    int digits = DIGITS.getOrDefault(country, 0);
    if (digits == 0 || !bare.matches("\\d{3,9}(-\\d{4})?")) {
      return country.equals("CA") && bare.matches("[A-Z]\\d[A-Z]\\d[A-Z]\\d") ? bare.substring(0, 3) + " " + bare.substring(3) : bare;
    }
    var main = bare.split("-")[0];
    if (main.length() < digits) {
      var padded = "0".repeat(digits - main.length()) + main;
      report.note("postal_code_zeros", padded);
      return padded;
    }
    // the four digits that the United States add name a street side, which no jurisdiction needs
    return main.length() == digits || country.equals("US") ? main.substring(0, digits) : main;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
