package org.enlacehub.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.platform.database.Statements;

/** A column of codes; the reader turns what was written into all codes that it means, or refuses it. */
final class CodeField implements QueryField {
  private final String column;
  private final Function<Value, List<String>> codes;

  CodeField(String column, Function<Value, List<String>> codes) {
    this.column = column;
    this.codes = codes;
  }

  @Override
  public FieldKind kind() {
    return FieldKind.CODE;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    if (!how.isEquality()) throw QueryField.unsuited(value, "no-order", "A code can be compared with =, != and in only.", null);
    return among(List.of(value));
  }

  @Override
  public ContactFilter among(List<Value> values) {
    var all = new ArrayList<Object>();
    values.forEach(value -> all.addAll(codes.apply(value)));
    return new ContactFilter(all.size() == 1 ? column + " = ?" : column + " IN (" + Statements.marks(all.size()) + ")", all);
  }

  @Override
  public ContactFilter present() {
    return new ContactFilter(column + " IS NOT NULL", List.of());
  }
}
