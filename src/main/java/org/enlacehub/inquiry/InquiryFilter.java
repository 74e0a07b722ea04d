package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.account.DeskScope;

/**
 * Which inquiries a list shows; every part may be null for "all".
 *
 * @param desk only this mission's; a desk outside the scope finds nothing
 * @param severity only this one
 * @param ownerId only this person's; 0 for those that nobody took
 * @param urgent only severity 1 and 2
 * @param reference only the one with this reference
 */
public record InquiryFilter(@Nullable String desk, @Nullable InquiryState state, @Nullable Integer severity, @Nullable Long ownerId,
    boolean urgent, @Nullable String reference) {
  public static final InquiryFilter ALL = new InquiryFilter(null, null, null, null, false, null);

  /** Adds the conditions, the scope's first, to a WHERE that has begun. */
  void conditions(DeskScope scope, StringBuilder sql, List<Object> parameters) {
    inScope(scope, sql, parameters);
    add(sql, parameters, desk, " AND desk = ?");
    add(sql, parameters, state, " AND state = ?");
    add(sql, parameters, severity, " AND severity = ?");
    add(sql, parameters, reference, " AND reference = ?");
    if (urgent) {
      sql.append(" AND severity <= 2");
    }
    if (ownerId != null && ownerId == 0) {
      sql.append(" AND owner_id IS NULL");
    } else {
      add(sql, parameters, ownerId, " AND owner_id = ?");
    }
  }

  /** Lets a query see only what lies at the actor's desk. */
  static void inScope(DeskScope scope, StringBuilder sql, List<Object> parameters) {
    switch (scope) {
      case DeskScope.All() -> { }
      case DeskScope.Only(var own) -> {
        sql.append(" AND desk = ?");
        parameters.add(own);
      }
      case DeskScope.None() -> sql.append(" AND 1 = 0");
    }
  }

  static List<Object> parameters(Object... first) {
    return new ArrayList<>(List.of(first));
  }

  private static void add(StringBuilder sql, List<Object> parameters, @Nullable Object value, String condition) {
    if (value != null) {
      sql.append(condition);
      parameters.add(value);
    }
  }
}
