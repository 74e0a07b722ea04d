package org.enlacehub.audience;

import java.util.Locale;
import java.util.function.Function;
import org.enlacehub.contact.ContactFilter;

/** {@code audience = pasaporte-la}: whom a saved audience means, as its query stands at that moment. */
final class AudienceField implements QueryField {
  private final Function<Value, ContactFilter> meaning;

  AudienceField(Function<Value, ContactFilter> meaning) {
    this.meaning = meaning;
  }

  @Override
  public FieldKind kind() {
    return FieldKind.NAMED;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    if (!how.isEquality()) throw QueryField.unsuited(value, "no-order", "An audience can be compared with =, != and in only.", null);
    return meaning.apply(new Value(value.form(), value.text().toLowerCase(Locale.ROOT), value.at()));
  }
}
