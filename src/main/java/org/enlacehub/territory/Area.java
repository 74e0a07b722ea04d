package org.enlacehub.territory;

import java.time.ZoneId;
import java.util.List;

/**
 * A state, department or province of ISO 3166-2.
 *
 * @param code for example {@code US-FL}
 * @param abbreviations folded, as written after a town ({@code fl}, {@code tamps})
 * @param aliases folded spellings that people use for it, wrong ones included
 * @param zone the zone of most of its people
 */
public record Area(String code, String es, String en, List<String> abbreviations, List<String> aliases, ZoneId zone) {

  /** The country's two letters. */
  public String country() {
    return code.substring(0, 2);
  }

  /** The name in a language; Spanish unless English is asked for. */
  public String name(String language) {
    return "en".equals(language) ? en : es;
  }
}
