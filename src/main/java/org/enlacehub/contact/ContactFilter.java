package org.enlacehub.contact;

import java.util.List;
import org.enlacehub.account.DeskScope;

/**
 * A condition over contacts, ready for a WHERE clause.
 *
 * @param sql condition over the alias {@code c} of {@code contact}, with {@code ?} for each parameter; never holds a typed value
 * @param parameters in the order of the {@code ?}
 */
public record ContactFilter(String sql, List<Object> parameters) {
  public static final ContactFilter ALL = new ContactFilter("1 = 1", List.of());

  public ContactFilter {
    parameters = List.copyOf(parameters);
  }

  /** Who may be seen from these desks. */
  public static ContactFilter within(DeskScope scope) {
    return switch (scope) {
      case DeskScope.All() -> ALL;
      case DeskScope.Only(var consulate) -> new ContactFilter("c.consulate = ?", List.of(consulate));
      case DeskScope.None() -> new ContactFilter("1 = 0", List.of());
    };
  }

  public ContactFilter and(ContactFilter other) {
    if (equals(ALL)) return other;
    if (other.equals(ALL)) return this;
    var both = new java.util.ArrayList<>(parameters);
    both.addAll(other.parameters);
    return new ContactFilter("(" + sql + ") AND (" + other.sql + ")", both);
  }
}
