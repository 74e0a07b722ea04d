package org.enlacehub.audience;

import java.util.List;
import java.util.Locale;
import org.enlacehub.contact.ContactFilter;

/** A declared yes or no. */
final class FlagField implements QueryField {
  private final String name;

  FlagField(String name) {
    this.name = name;
  }

  @Override
  public FieldKind kind() {
    return FieldKind.FLAG;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    int wanted = switch (value.text().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "si", "sí", "1" -> 1;
      case "false", "no", "0" -> 0;
      default -> throw QueryField.unsuited(value, "no-flag", "This field is true or false.", "true");
    };
    if (!how.isEquality()) throw QueryField.unsuited(value, "no-order", "This field can be compared with = and != only.", null);
    return new ContactFilter("c.id IN (SELECT x.contact_id FROM contact_attribute x WHERE x.field = ? AND x.number_value = ?)",
        List.of(name, wanted));
  }

  @Override
  public ContactFilter present() {
    return new ContactFilter("c.id IN (SELECT x.contact_id FROM contact_attribute x WHERE x.field = ?)", List.of(name));
  }
}
