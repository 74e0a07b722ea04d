package org.enlacehub.contact.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Writes CSV that people open in Excel: UTF-8, and no cell that a spreadsheet would run as a formula. A cell that begins
 * with one of the characters on OWASP's list (CSV injection) gets an apostrophe in front, which imports take away again.
 */
public final class SafeCsv implements Closeable {
  private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%";

  private final CsvWriter writer;

  /**
   * Closes the stream when it is closed.
   *
   * @param forExcel whether a byte order mark comes first, without which Excel takes the text for Windows-1252; programs do without
   */
  public SafeCsv(OutputStream out, boolean forExcel) throws IOException {
    if (forExcel) {
      out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    }
    this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF)
        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  public void row(Collection<String> cells) {
    writer.writeRecord(cells.stream().map(SafeCsv::neutral).toList());
  }

  public void row(String... cells) {
    row(List.of(cells));
  }

  /** The text as a cell that is only ever text. */
  public static String neutral(String cell) {
    if (cell.isEmpty()) {
      return cell;
    }
    char first = cell.charAt(0);
    int blanks = 0;
    while (blanks < cell.length() && cell.charAt(blanks) == ' ') {
      blanks++;
    }
    boolean runs = STARTS.indexOf(first) >= 0 || blanks < cell.length() && STARTS.indexOf(cell.charAt(blanks)) >= 0;
    return runs ? "'" + cell : cell;
  }

  /** Hands what was written so far to the stream. */
  public void flush() throws IOException {
    writer.flush();
  }

  @Override public void close() throws IOException {
    writer.close();
  }
}
