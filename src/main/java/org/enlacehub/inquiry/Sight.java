package org.enlacehub.inquiry;

import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;

/**
 * What somebody may see of the matters: those at their desks, and of the protected ones only those to which they are named. It is part of
 * every query, so that lists, counts and searches never know more than whoever asks.
 *
 * @param desks whose matters
 * @param staffId the member of staff; 0 for nobody, who is named nowhere
 * @param whole protected matters too, whoever is named: for the product itself
 */
public record Sight(DeskScope desks, long staffId, boolean whole) {
  /** The product's own: it hides nothing from itself. */
  static final Sight ALL = new Sight(new DeskScope.All(), 0, true);

  /** What a member of staff sees; the product itself sees everything, a token that belongs to nobody no protected matter. */
  public static Sight of(Actor actor) {
    return new Sight(actor.scope(), actor.staffId(), actor.staffId() == 0 && actor.roles().isEmpty());
  }

  /** What everybody at these desks may see. */
  public static Sight ofAnyone(DeskScope desks) {
    return new Sight(desks, 0, false);
  }

  /** Narrows a WHERE that has begun to what may be seen of the table {@code inquiry}. */
  void narrow(StringBuilder sql, List<Object> parameters) {
    narrow("", sql, parameters);
  }

  /** As {@link #narrow(StringBuilder, List)} where the table goes by a name; the name ends with a dot. */
  public void narrow(String table, StringBuilder sql, List<Object> parameters) {
    switch (desks) {
      case DeskScope.All() -> { }
      case DeskScope.Only(var own) -> {
        sql.append(" AND ").append(table).append("desk = ?");
        parameters.add(own);
      }
      case DeskScope.None() -> sql.append(" AND 1 = 0");
    }
    if (!whole) {
      sql.append(" AND (").append(table).append("restricted = 0 OR ").append(table)
          .append("id IN (SELECT k.inquiry_id FROM inquiry_keeper k WHERE k.staff_id = ?))");
      parameters.add(staffId);
    }
  }
}
