package org.enlacehub.contact.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.enlacehub.platform.i18n.Texts;

/** Writes the rows that were rejected, with reason and remedy in a person's language. */
public final class ErrorsCsv implements Closeable {
  private final SafeCsv csv;
  private final Texts texts;

  /** Closes the stream when it is closed. @param forExcel whether people open it rather than programs */
  public ErrorsCsv(OutputStream out, Texts texts, boolean forExcel) throws IOException {
    this.csv = new SafeCsv(out, forExcel);
    this.texts = texts;
    csv.row("row", "column", "code", "message", "value");
  }

  public void add(RowProblem problem) {
    csv.row(Integer.toString(problem.row()), problem.column(), problem.code(), message(problem, texts), problem.value());
  }

  /** What is wrong with a cell and what to do about it. */
  public static String message(RowProblem problem, Texts texts) {
    return texts.get(problem.messageKey(), problem.args().toArray());
  }

  void flush() throws IOException {
    csv.flush();
  }

  @Override public void close() throws IOException {
    csv.close();
  }
}
