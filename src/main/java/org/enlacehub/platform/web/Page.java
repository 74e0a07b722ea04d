package org.enlacehub.platform.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, paged by key.
 *
 * @param next cursor of the next part; null at the end
 */
@Serdeable
public record Page<T>(List<T> items, @Nullable String next) {

  /**
   * Makes a page of rows that were read with one more than the limit, to know whether more follow.
   *
   * @param cursor the key after which the next page begins, of the last item shown
   */
  public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, Cursor> cursor) {
    boolean more = rows.size() > limit;
    var shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(shown.stream().map(view).toList(), more ? cursor.apply(shown.getLast()).encode() : null);
  }
}
