package org.enlacehub.contact.imports;

import java.util.ArrayList;
import java.util.List;
import org.enlacehub.contact.imports.RowProblem.Severity;

/** Collects what is said about one row while its cells are read. */
final class RowReport {
  private static final int VALUE_CHARS = 200;

  private final int row;
  private final List<RowProblem> problems = new ArrayList<>(2);
  private String column = "";
  private String value = "";

  RowReport(int row) {
    this.row = row;
  }

  /** What is said from now on is about this cell. */
  RowReport at(Column column, Cell cell) {
    this.column = column.heading();
    this.value = cell.text().length() > VALUE_CHARS ? cell.text().substring(0, VALUE_CHARS) + "…" : cell.text();
    return this;
  }

  /** What is said from now on is about the whole row. */
  RowReport atRow(String value) {
    this.column = "";
    this.value = value;
    return this;
  }

  void note(String code, String... args) {
    add(code, Severity.NOTE, args);
  }

  void warn(String code, String... args) {
    add(code, Severity.WARNING, args);
  }

  void reject(String code, String... args) {
    add(code, Severity.ERROR, args);
  }

  private void add(String code, Severity severity, String... args) {
    problems.add(new RowProblem(row, column, code, severity, List.of(args), value));
  }

  /** Makes warnings about addresses reasons to reject: no usable address is left. False when there was none. */
  boolean rejectAddresses() {
    boolean any = false;
    for (int i = 0; i < problems.size(); i++) {
      var problem = problems.get(i);
      boolean address = problem.code().startsWith("phone_") || problem.code().startsWith("email_");
      if (address && problem.severity() == Severity.WARNING) {
        problems.set(i, problem.as(Severity.ERROR));
        any = true;
      }
    }
    return any;
  }

  boolean isRejected() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  List<RowProblem> problems() {
    return List.copyOf(problems);
  }
}
