package org.enlacehub.audience;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.audience.Value.Form;
import org.enlacehub.contact.ContactFilter;

/** A date or a moment. */
final class DateField implements QueryField {
  private final String column;
  private final boolean moment;
  private final String before;
  private final String after;
  private final List<Object> first;
  private final String presence;
  private final Dates dates;

  private DateField(String column, boolean moment, String before, String after, List<Object> first, String presence, Dates dates) {
    this.column = column;
    this.moment = moment;
    this.before = before;
    this.after = after;
    this.first = first;
    this.presence = presence;
    this.dates = dates;
  }

  /** A DATETIME column of the contact. */
  static DateField moment(String column, Dates dates) {
    return new DateField(column, true, "", "", List.of(), column + " IS NOT NULL", dates);
  }

  /** A declared date. */
  static DateField declared(String name, Dates dates) {
    return new DateField("x.date_value", false, "c.id IN (SELECT x.contact_id FROM contact_attribute x WHERE x.field = ? AND ", ")",
        List.of(name), "c.id IN (SELECT x.contact_id FROM contact_attribute x WHERE x.field = ?)", dates);
  }

  @Override
  public FieldKind kind() {
    return FieldKind.DATE;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    if (moment && value.form() == Form.SPAN && !how.isEquality()) return filter(column + " " + how.sign + " ?", dates.moment(value));
    var day = dates.date(value);
    if (!moment) return filter(column + " " + how.sign + " ?", day);
    var begin = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    var end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return switch (how) {
      case EQUAL, UNEQUAL -> filter(column + " >= ? AND " + column + " < ?", begin, end);
      case LESS -> filter(column + " < ?", begin);
      case AT_MOST -> filter(column + " < ?", end);
      case MORE -> filter(column + " >= ?", end);
      case AT_LEAST -> filter(column + " >= ?", begin);
    };
  }

  private ContactFilter filter(String condition, Object... values) {
    var parameters = new ArrayList<>(first);
    parameters.addAll(List.of(values));
    return new ContactFilter(before + condition + after, parameters);
  }

  @Override
  public ContactFilter present() {
    return new ContactFilter(presence, first);
  }
}
