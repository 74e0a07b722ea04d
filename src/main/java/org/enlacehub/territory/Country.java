package org.enlacehub.territory;

import java.time.ZoneId;
import java.util.List;

/**
 * A country of ISO 3166-1.
 *
 * @param code two letters
 * @param aliases other ways in which people write it, folded
 * @param zone where most of its people live, for a country with several zones
 */
public record Country(String code, String es, String en, List<String> aliases, ZoneId zone) {

  /** The name in a language; Spanish unless English is asked for. */
  public String name(String language) {
    return "en".equals(language) ? en : es;
  }
}
