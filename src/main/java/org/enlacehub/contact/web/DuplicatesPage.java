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
public record DuplicatesPage(List<Suspicion> pairs, @Nullable String next) {

  /** A pair; {@code reason} is the key of what agrees. */
  public record Suspicion(PairView pair, String reason) {}
}
