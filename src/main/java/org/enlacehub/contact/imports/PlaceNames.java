package org.enlacehub.contact.imports;

import java.util.Optional;

/** Countries and their parts, by the names and codes people use. */
public interface PlaceNames {
  /** ISO 3166-1 alpha-2 of a name in Spanish or English, or of a code of two or three letters. */
  Optional<String> country(String text);

  /** ISO 3166-2 of a name or of a code with or without its country. @param country ISO 3166-1 alpha-2, or empty when it is not known */
  Optional<String> area(String country, String text);
}
