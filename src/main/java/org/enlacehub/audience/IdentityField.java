package org.enlacehub.audience;

import java.util.Optional;
import java.util.function.Function;
import org.enlacehub.contact.ContactFilter;

/** A value that can only be asked for whole, and whether there is one: a sealed one, or one that a room above understands. */
final class IdentityField implements QueryField {
  private final FieldKind kind;
  private final Function<String, Optional<ContactFilter>> equal;
  private final ContactFilter present;
  private final String remedy;

  IdentityField(FieldKind kind, Function<String, Optional<ContactFilter>> equal, ContactFilter present, String remedy) {
    this.kind = kind;
    this.equal = equal;
    this.present = present;
    this.remedy = remedy;
  }

  @Override
  public FieldKind kind() {
    return kind;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    if (!how.isEquality() && kind == FieldKind.CODE) {
      throw QueryField.unsuited(value, "no-order", "This field can be compared with =, != and in only.", null);
    }
    if (!how.isEquality() || value.isPrefix()) {
      throw QueryField.unsuited(value, "sealed", "This value is kept encrypted: it can only be asked for whole, with = or in.", null);
    }
    return equal.apply(value.text()).orElseThrow(() -> QueryField.unsuited(value, "invalid", remedy, null));
  }

  @Override
  public ContactFilter present() {
    return present;
  }
}
