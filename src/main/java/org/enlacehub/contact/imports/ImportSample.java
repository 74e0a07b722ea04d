package org.enlacehub.contact.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.enlacehub.platform.i18n.Texts;

/**
 * A row of a file as it will become.
 *
 * @param name what the person will be called
 * @param problems what is wrong, in the reader's language
 */
public record ImportSample(int row, String name, String addresses, String place, String others, boolean rejected, List<String> problems) {
  static ImportSample of(ParsedRow row, Texts t) {
    var name = row.name().orElseGet(() -> (row.givenName().orElse("") + " " + row.familyName().orElse("")).strip());
    var addresses = new ArrayList<String>();
    row.phones().forEach(phone -> addresses.add(phone.e164() + (phone.whatsapp() ? " (WhatsApp)" : "")));
    addresses.addAll(row.emails());
    var place = new ArrayList<String>();
    row.city().ifPresent(place::add);
    row.area().or(row::country).ifPresent(place::add);
    var others = new ArrayList<String>();
    row.externalId().ifPresent(id -> others.add("external_id: " + id));
    row.language().ifPresent(others::add);
    others.addAll(row.consent());
    row.tags().forEach(tag -> others.add("#" + tag));
    row.fields().forEach((field, value) -> others.add(field + ": " + value));
    var problems = row.problems().stream()
        .map(p -> (p.column().isEmpty() ? "" : p.column() + ": ") + ErrorsCsv.message(p, t)).collect(Collectors.toList());
    return new ImportSample(row.number(), name, String.join(" · ", addresses), String.join(", ", place), String.join(" · ", others),
        row.isRejected(), problems);
  }
}
