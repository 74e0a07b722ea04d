package org.enlacehub.contact.imports;

import java.util.ArrayList;
import java.util.List;
import org.enlacehub.contact.ContactField;
import org.enlacehub.contact.ContactFields;

/** The fields of {@code config/contact-fields.yml} as an import sees them; their titles are headings too. */
final class ConfiguredFields implements DeclaredFields {
  private final List<DeclaredField> fields;

  ConfiguredFields(ContactFields fields) {
    this.fields = fields.all().stream().map(ConfiguredFields::declared).toList();
  }

  private static DeclaredField declared(ContactField field) {
    var headings = new ArrayList<>(field.aliases());
    headings.addAll(field.title().values());
    var type = switch (field.type()) {
      case DATE -> Type.DATE;
      case NUMBER -> Type.NUMBER;
      case FLAG -> Type.BOOLEAN;
      case TEXT -> field.choices().isEmpty() ? Type.TEXT : Type.CHOICE;
    };
    return new DeclaredField(field.name(), type, List.copyOf(headings), field.choices());
  }

  @Override public List<DeclaredField> all() {
    return fields;
  }
}
