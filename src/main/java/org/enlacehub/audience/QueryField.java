package org.enlacehub.audience;

import java.util.List;
import org.enlacehub.contact.ContactFilter;

/** A field of the language: how each question about it becomes SQL. Refuses what makes no sense with a {@link QueryError}. */
interface QueryField {

  /** What it holds; only the askings of its kind reach it. */
  FieldKind kind();

  /** {@code field op value}; UNEQUAL is never asked, the compiler negates EQUAL. */
  ContactFilter compare(Compare how, Value value);

  /** {@code field in (values)}. */
  default ContactFilter among(List<Value> values) {
    return values.stream().map(v -> compare(Compare.EQUAL, v)).reduce(QueryField::or).orElseThrow();
  }

  /** {@code has field}; asked only of kinds that can be there or not. */
  default ContactFilter present() {
    throw new IllegalStateException("a field of this kind is always there");
  }

  /** Either of two conditions. */
  static ContactFilter or(ContactFilter a, ContactFilter b) {
    var both = new java.util.ArrayList<>(a.parameters());
    both.addAll(b.parameters());
    return new ContactFilter("(" + a.sql() + ") OR (" + b.sql() + ")", both);
  }

  /** A condition negated in two-valued logic: who lacks the value does not have it. */
  static ContactFilter not(ContactFilter a) {
    return new ContactFilter("((" + a.sql() + ") IS NOT TRUE)", a.parameters());
  }

  /** The error that a value does not suit a field. */
  static QueryError unsuited(Value value, String code, String message, String suggestion) {
    return QueryReader.at(value.at(), code, message, suggestion);
  }
}
