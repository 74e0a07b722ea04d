package org.enlacehub.contact.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/** Rows of a CSV or TSV file. */
final class TextRows implements Rows {
  private final CsvScanner scanner;
  private final Charset charset;
  private final Limits limits;
  private final char separator;
  private int number;

  /** Goes on after a position. */
  TextRows(FileSource source, FileFormat.Text format, FileRow.Position after, Limits limits) throws IOException {
    this.limits = limits;
    this.separator = format.separator();
    this.number = after.row();
    boolean wide = format.charset().equals(StandardCharsets.UTF_16LE) || format.charset().equals(StandardCharsets.UTF_16BE);
    this.charset = wide ? StandardCharsets.UTF_8 : format.charset();
    InputStream in;
    if (wide) {
      in = new Utf16AsUtf8(source.from(format.bom()), format.charset());
      in.skipNBytes(after.offset());
    } else {
      in = source.from(format.bom() + after.offset());
    }
    this.scanner = new CsvScanner(in, separator, after.offset(), limits);
  }

  @Override public FileRow next() throws IOException {
    if (!scanner.next()) {
      return null;
    }
    if (number == 0 && scanner.width() <= 2 && scanner.damage() == null && Separator.declared(lineOfTwo()) == separator) {
      return next();
    }
    number++;
    int kept = Math.min(scanner.kept(), limits.columns() + 1);
    var cells = new ArrayList<Cell>(kept);
    for (int i = 0; i < kept; i++) {
      cells.add(Cell.of(scanner.damage() == null ? text(i) : text(i).strip()));
    }
    return new FileRow(number, cells, scanner.width(), new FileRow.Position(scanner.offset(), number), Optional.ofNullable(scanner.damage()));
  }

  private String text(int cell) {
    var bytes = scanner.bytes();
    int from = scanner.from(cell);
    // what is too long is cut one character beyond the limit: enough to see that it is
    int length = Math.min(scanner.length(cell), 4 * (limits.cellChars() + 1));
    for (int i = from; i < from + length; i++) {
      if (bytes[i] < 0) {
        return undouble(new String(bytes, from, length, charset), cell);
      }
    }
    return undouble(new String(bytes, from, length, StandardCharsets.ISO_8859_1), cell);
  }

  private String undouble(String text, int cell) {
    return scanner.isDoubled(cell) ? text.replace("\"\"", "\"") : text;
  }

  /** The row as it was typed, for Excel's line {@code sep=,}, which a comma cuts in two. */
  private String lineOfTwo() {
    return scanner.width() == 2 ? text(0) + separator + text(1) : text(0);
  }

  @Override public void close() throws IOException {
    scanner.close();
  }
}
