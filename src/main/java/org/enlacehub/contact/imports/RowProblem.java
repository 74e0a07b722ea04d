package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Something about one row that a person should know.
 *
 * @param row as a spreadsheet shows it
 * @param column the heading as it stands in the file; empty when it is about the whole row
 * @param code stable word for programs
 * @param severity what became of the row
 * @param args for the text
 * @param value what stands in the cell, as it stands there
 */
@Serdeable
public record RowProblem(int row, @Nullable String column, String code, Severity severity, @Nullable List<String> args,
    @Nullable String value) {
  /** Stored JSON leaves out what is empty. */
  public RowProblem {
    column = column == null ? "" : column;
    args = args == null ? List.of() : List.copyOf(args);
    value = value == null ? "" : value;
  }

  /** What a problem does to its row. */
  public enum Severity {
    /** The value was repaired; nothing is lost. */
    NOTE,
    /** The value is left out, the row is kept. */
    WARNING,
    /** The row is rejected. */
    ERROR
  }

  /** The key of the text with reason and remedy. */
  public String messageKey() {
    return "imports.row." + code;
  }

  RowProblem as(Severity other) {
    return new RowProblem(row, column, code, other, args, value);
  }
}
