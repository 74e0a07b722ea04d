package org.enlacehub.contact.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of a contact file can be, declared fields aside; the names are the headings that are always understood. */
public enum Field {
  EXTERNAL_ID(false), NAME(false), GIVEN_NAME(true), FAMILY_NAME(true), PHONE(true), WHATSAPP(true), EMAIL(true), LANGUAGE(false),
  COUNTRY(false), AREA(false), AREA2(false), CITY(false), POSTAL_CODE(false), CONSENT(true), TAGS(true), BIRTH_YEAR(false), NOTE(true);

  private final boolean repeatable;

  Field(boolean repeatable) {
    this.repeatable = repeatable;
  }

  /** Whether several columns may hold it: two phones, two surnames. */
  public boolean isRepeatable() {
    return repeatable;
  }

  /** Its name in files and mappings. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Field> of(String code) {
    return Arrays.stream(values()).filter(field -> field.code().equals(code)).findFirst();
  }
}
