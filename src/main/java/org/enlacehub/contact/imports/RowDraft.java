package org.enlacehub.contact.imports;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.contact.imports.ParsedRow.Phone;

/** A row while its cells are read: what they say put together, contradictions settled. */
final class RowDraft {
  private static final Map<Field, Integer> MOST_CHARS = Map.of(Field.EXTERNAL_ID, 100, Field.NAME, 200, Field.GIVEN_NAME, 100,
      Field.FAMILY_NAME, 100, Field.AREA2, 100, Field.CITY, 100, Field.POSTAL_CODE, 12, Field.NOTE, 4_000);
  private static final int TAG_CHARS = 40;
  private static final Pattern TAG_BETWEEN = Pattern.compile("[\\s;,|]+");

  private final RowReport report;
  private final ReadingRules rules;
  private final PlaceNames places;
  private final Remembered languages;
  private final Map<Field, String> texts = new EnumMap<>(Field.class);
  private final Map<String, Phone> phones = new LinkedHashMap<>();
  private final Set<String> emails = new LinkedHashSet<>();
  private final Set<String> consent = new LinkedHashSet<>();
  private final Set<String> tags = new LinkedHashSet<>();
  private final Map<String, String> fields = new LinkedHashMap<>();

  RowDraft(RowReport report, ReadingRules rules, PlaceNames places, Remembered languages) {
    this.report = report;
    this.rules = rules;
    this.places = places;
    this.languages = languages;
  }

  /** Reads country and area, which the reading of the other cells depends on. */
  void place(Map<Column, Cell> cells) {
    cells.forEach((column, cell) -> {
      if (column.holds(Field.COUNTRY)) {
        var text = Cleaning.line(cell.text());
        keep(Field.COUNTRY, places.country(text), Cleaning.isNothing(text), "country_unknown", report.at(column, cell));
      }
    });
    cells.forEach((column, cell) -> {
      if (column.holds(Field.AREA)) {
        area(Cleaning.line(cell.text()), report.at(column, cell));
      }
    });
  }

  private void area(String text, RowReport cellReport) {
    var country = texts.getOrDefault(Field.COUNTRY, "");
    var found = country.isEmpty() && !rules.defaultRegion().isEmpty() ? places.area(rules.defaultRegion(), text) : Optional.<String>empty();
    if (found.isEmpty()) {
      found = places.area(country, text);
    }
    keep(Field.AREA, found, Cleaning.isNothing(text), "area_unknown", cellReport);
    found.ifPresent(area -> texts.putIfAbsent(Field.COUNTRY, area.substring(0, 2)));
  }

  private void keep(Field field, Optional<String> value, boolean nothing, String code, RowReport cellReport) {
    if (value.isPresent()) {
      texts.put(field, value.get());
    } else if (!nothing) {
      cellReport.warn(code);
    }
  }

  /** The country in which phones without a country code are. */
  String region() {
    return texts.getOrDefault(Field.COUNTRY, rules.defaultRegion());
  }

  void text(Field field, Cell cell, RowReport cellReport) {
    var text = Cleaning.unquoted(Cleaning.line(cell.text()));
    if (Cleaning.isNothing(text)) {
      return;
    }
    int most = MOST_CHARS.getOrDefault(field, 60);
    if (text.length() > most) {
      cellReport.warn("value_too_long", Integer.toString(most));
      return;
    }
    switch (field) {
      case LANGUAGE -> keep(field, languages.of(text, LanguageNames::code), false, "language_unknown", cellReport);
      case POSTAL_CODE -> texts.put(field, PostalCodes.tidy(text, region(), cellReport));
      case GIVEN_NAME, FAMILY_NAME -> texts.merge(field, text, (a, b) -> a + " " + b);
      case NOTE -> texts.merge(field, text, (a, b) -> a + "\n" + b);
      case BIRTH_YEAR -> DeclaredValue.year(text, rules.today(), cellReport).ifPresent(year -> texts.put(field, year));
      case EXTERNAL_ID -> texts.put(field, text.replaceFirst("^(\\d+)[.,]0+$", "$1"));
      default -> texts.put(field, text);
    }
  }

  void phone(Phone phone) {
    phones.merge(phone.e164(), phone, (a, b) -> new Phone(a.e164(), a.region(), a.line(), a.whatsapp() || b.whatsapp()));
  }

  void email(String email) {
    emails.add(email);
  }

  void consent(Set<String> purposes) {
    consent.addAll(purposes);
  }

  void tags(Cell cell, RowReport cellReport) {
    for (var tag : TAG_BETWEEN.split(Cleaning.line(cell.text()))) {
      if (tag.length() > TAG_CHARS) {
        cellReport.warn("value_too_long", Integer.toString(TAG_CHARS));
      } else if (!Cleaning.isNothing(tag)) {
        tags.add(tag.toLowerCase(Locale.ROOT));
      }
    }
  }

  void field(String name, String value) {
    fields.put(name, value);
  }

  ParsedRow finish(FileRow row) {
    if (phones.isEmpty() && emails.isEmpty() && !report.isRejected() && !report.rejectAddresses() && !texts.containsKey(Field.EXTERNAL_ID)) {
      report.atRow("").reject("no_address");
    }
    return new ParsedRow(row.number(), row.next(), text(Field.EXTERNAL_ID), text(Field.NAME), text(Field.GIVEN_NAME), text(Field.FAMILY_NAME),
        List.copyOf(phones.values()), List.copyOf(emails), text(Field.LANGUAGE), text(Field.COUNTRY), text(Field.AREA), text(Field.AREA2), text(Field.CITY),
        text(Field.POSTAL_CODE), text(Field.BIRTH_YEAR).map(Integer::valueOf), text(Field.NOTE), consent, tags, fields, report.problems());
  }

  private Optional<String> text(Field field) {
    return Optional.ofNullable(texts.get(field));
  }
}
