package org.enlacehub.audience;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.enlacehub.contact.ContactFilter;

/** A number; {@code age} is one whose order is turned round. */
final class NumberField implements QueryField {
  private final String column;
  private final String before;
  private final String after;
  private final List<Object> first;
  private final UnaryOperator<BigDecimal> stored;
  private final boolean mirrored;

  private NumberField(String column, String before, String after, List<Object> first, UnaryOperator<BigDecimal> stored, boolean mirrored) {
    this.column = column;
    this.before = before;
    this.after = after;
    this.first = first;
    this.stored = stored;
    this.mirrored = mirrored;
  }

  static NumberField column(String column) {
    return new NumberField(column, "", "", List.of(), UnaryOperator.identity(), false);
  }

  /** Whole years of this calendar year, since only the year of birth is kept. */
  static NumberField age(Dates dates) {
    return new NumberField("c.birth_year", "", "", List.of(), years -> BigDecimal.valueOf(dates.today().getYear()).subtract(years), true);
  }

  static NumberField declared(String name) {
    return new NumberField("x.number_value", "c.id IN (SELECT x.contact_id FROM contact_attribute x WHERE x.field = ? AND ", ")",
        List.of(name), UnaryOperator.identity(), false);
  }

  @Override
  public FieldKind kind() {
    return FieldKind.NUMBER;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    if (value.form() != Value.Form.NUMBER) {
      throw QueryField.unsuited(value, "no-number", "This field is a number; write for example 4 or 2.5.", null);
    }
    if (value.text().length() > 20) throw QueryField.unsuited(value, "no-number", "This number is too long.", null);
    var parameters = new ArrayList<>(first);
    parameters.add(stored.apply(new BigDecimal(value.text())));
    return new ContactFilter(before + column + " " + (mirrored ? how.mirrored() : how).sign + " ?" + after, parameters);
  }

  @Override
  public ContactFilter present() {
    return first.isEmpty() ? new ContactFilter(column + " IS NOT NULL", List.of())
        : new ContactFilter("c.id IN (SELECT x.contact_id FROM contact_attribute x WHERE x.field = ?)", first);
  }
}
