package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * Pairs that may be one person.
 *
 * @param next address of the next page; null at the end
 */
@Introspected
public record DuplicatesPage(List<PairView> pairs, @Nullable String next) {

  /** Two contacts side by side; {@code reason} is the key of what agrees. */
  public record PairView(Side first, Side second, String reason, List<Line> lines) {}

  public record Side(long id, String name) {}

  /** One fact of both; {@code same} when they agree. */
  public record Line(String title, String first, String second, boolean same) {}
}
