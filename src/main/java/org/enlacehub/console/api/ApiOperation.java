package org.enlacehub.console.api;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * One thing that a program can ask.
 *
 * @param id names it within the page's address
 * @param about what it does; null where nothing is written
 * @param body the shape of what is sent, as JSON with types for values; null when nothing is
 */
@Introspected
public record ApiOperation(String id, String method, String path, @Nullable String about, List<Parameter> parameters,
    @Nullable String body, List<Answer> answers) {

  /** @param in {@code path}, {@code query} or {@code header} */
  @Introspected
  public record Parameter(String name, String in, boolean required, String type) {}

  /** @param body the shape of what comes back; null when nothing does */
  @Introspected
  public record Answer(String status, @Nullable String body) {}
}
