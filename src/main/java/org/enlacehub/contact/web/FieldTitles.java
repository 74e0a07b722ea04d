package org.enlacehub.contact.web;

import jakarta.inject.Singleton;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.platform.i18n.Texts;

/** What a field is called on pages. */
@Singleton
public class FieldTitles {
  private final ContactFields fields;

  FieldTitles(ContactFields fields) {
    this.fields = fields;
  }

  /** The title in the language of {@code t}; a declared field's own, else the room's. */
  public String of(String name, Texts t) {
    return fields.find(name).map(f -> f.title().getOrDefault(t.language(), f.title().getOrDefault("es", name)))
        .orElseGet(() -> t.get("contact.field." + name));
  }
}
