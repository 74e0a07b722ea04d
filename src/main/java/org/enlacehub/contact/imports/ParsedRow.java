package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.contact.imports.RowProblem.Severity;

/**
 * What a row says about a contact. Empty cells say nothing: an import never clears a value.
 *
 * @param number as a spreadsheet shows it
 * @param next where reading goes on behind it
 * @param phones each once, in the order of the columns
 * @param emails normalised, each once
 * @param language ISO 639-1 or 639-3
 * @param country ISO 3166-1 alpha-2
 * @param area ISO 3166-2
 * @param consent purposes: service, information, emergency
 * @param fields declared fields by name: dates as ISO 8601, numbers plain, booleans true or false
 * @param problems everything that was noticed; with an {@link Severity#ERROR} the row is rejected
 */
public record ParsedRow(int number, FileRow.Position next, Optional<String> externalId, Optional<String> name,
    Optional<String> givenName, Optional<String> familyName, List<Phone> phones, List<String> emails, Optional<String> language,
    Optional<String> country, Optional<String> area, Optional<String> area2, Optional<String> city, Optional<String> postalCode,
    Optional<Integer> birthYear, Optional<String> note, Set<String> consent, Set<String> tags, Map<String, String> fields, List<RowProblem> problems) {

  /**
   * A phone number.
   *
   * @param e164 with plus and country code
   * @param region its country, null for one that belongs to no country
   * @param line what libphonenumber knows of it
   * @param whatsapp whether it stood in a column of WhatsApp numbers
   */
  public record Phone(String e164, @Nullable String region, Line line, boolean whatsapp) {
    /** Whether a line can take an SMS: a fixed one can not; in North America nobody can tell. */
    public enum Line { MOBILE, FIXED, EITHER }

    public boolean canReceiveSms() {
      return line != Line.FIXED;
    }
  }

  public boolean isRejected() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
