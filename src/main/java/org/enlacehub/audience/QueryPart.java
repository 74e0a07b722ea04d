package org.enlacehub.audience;

import java.util.List;

/** A query as a form shows it: rows, and groups of rows. {@link QueryOutline} reads one, {@link QueryWriter} writes it. */
public sealed interface QueryPart {

  /**
   * Parts of which all, or any, must hold.
   *
   * @param not true when the whole must not hold
   * @param parts none means everybody
   */
  record Group(boolean all, boolean not, List<QueryPart> parts) implements QueryPart {
    public static final Group EVERYBODY = new Group(true, false, List.of());

    public Group {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One condition.
   *
   * @param field its name in the language; {@link #PLACE} for WITHIN and INSIDE
   * @param values without quotes; for WITHIN the kilometres and the centre (a place, or "lat, lon"), for INSIDE "lat, lon" each
   */
  record Row(String field, Asking asking, List<String> values) implements QueryPart {
    /** Stands for the field of circles and borders, which the language does not name. */
    public static final String PLACE = "place";

    public Row {
      values = List.copyOf(values);
    }

    /** False while something is missing; such a row is not written into the query. */
    public boolean isComplete() {
      if (asking.isPresence()) return true;
      int least = asking == Asking.WITHIN ? 2 : 1;
      return values.size() >= least && values.stream().noneMatch(String::isBlank);
    }
  }
}
