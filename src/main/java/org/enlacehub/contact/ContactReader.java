package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Makes drafts of what people typed: one way to read a row of a file, a form and a JSON body. */
@Singleton
public class ContactReader {

  /** What came of reading; the draft lacks what was flawed. */
  public record Reading(ContactDraft draft, List<Flaw> flaws) {}

  /**
   * Reads values by canonical name ({@code external_id, name, given_name, family_name, phone, whatsapp, email, language, country, area,
   * city, postal_code, consent, tags, birth_year, timezone, area2, latitude, longitude, note} and declared fields). Blank values count
   * as absent. {@code phone}, {@code whatsapp} and {@code email} may hold several, separated by {@code ;} or a line break; {@code
   * consent} and {@code tags} several by space or comma, or comma.
   *
   * @param defaultRegion ISO 3166-1 country of national telephone numbers where {@code country} is absent
   */
  public Reading read(Map<String, String> values, @Nullable String defaultRegion) {
    throw new UnsupportedOperationException();
  }
}
