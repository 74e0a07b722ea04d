package org.enlacehub.audience;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/** A query that cannot be read. */
public final class QueryError extends RuntimeException {

  /**
   * One thing that is wrong.
   *
   * @param offset character from 0
   * @param line from 1
   * @param column from 1
   * @param code stable word; the text for people is {@code audience.error.<code>}, see {@link ErrorTexts}
   * @param message English sentence
   * @param suggestion what was probably meant; null when nothing is near
   * @param details what stands at that place, then the signs and words ({@code audience.expected.<word>}) that could stand there
   */
  public record At(int offset, int line, int column, String code, String message, @Nullable String suggestion, List<String> details) {}

  private final List<At> errors;

  public QueryError(List<At> errors) {
    super(errors.getFirst().message());
    this.errors = List.copyOf(errors);
  }

  public List<At> errors() {
    return errors;
  }
}
