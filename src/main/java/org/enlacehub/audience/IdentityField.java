package org.enlacehub.audience;

import java.util.Optional;
import java.util.function.Function;
import org.enlacehub.contact.ContactFilter;

/** A sealed value: it can be asked for whole, and whether there is one. */
final class IdentityField implements QueryField {
  private final Function<String, Optional<ContactFilter>> equal;
  private final ContactFilter present;
  private final String remedy;

  IdentityField(Function<String, Optional<ContactFilter>> equal, ContactFilter present, String remedy) {
    this.equal = equal;
    this.present = present;
    this.remedy = remedy;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
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
