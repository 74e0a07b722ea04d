package org.enlacehub.contact.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Rows of the first visible sheet of an Excel workbook, one after another; only the table of shared texts is held in memory. */
final class WorkbookRows implements Rows {
  private final FileSource.OnDisk lent;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final Limits limits;

  /** Goes on below a row. */
  WorkbookRows(FileSource source, FileRow.Position after, Limits limits) throws IOException, UnreadableFile {
    this.limits = limits;
    this.lent = source.onDisk();
    boolean opened = false;
    try {
      check(lent, limits);
      this.workbook = new ReadableWorkbook(lent.file().toFile(), new ReadingOptions(true, true));
      var sheet = workbook.getSheets().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).findFirst()
          .orElseThrow(() -> new UnreadableFile("damaged"));
      this.stream = sheet.openStream();
      this.rows = stream.filter(row -> row.getRowNum() > after.row()).iterator();
      opened = true;
    } catch (ExcelReaderException | ZipException e) {
      throw new UnreadableFile("damaged");
    } finally {
      if (!opened) {
        lent.close();
      }
    }
  }

  /** A zip is a workbook only by what it holds; and what it unpacks to is bounded before anything is unpacked. */
  private static void check(FileSource.OnDisk file, Limits limits) throws IOException, UnreadableFile {
    try (var zip = new ZipFile(file.file().toFile())) {
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw new UnreadableFile(zip.getEntry("content.xml") != null ? "open_document" : "zip");
      }
      long unpacked = zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
      var shared = zip.getEntry("xl/sharedStrings.xml");
      if (unpacked > limits.unpackedBytes() || shared != null && shared.getSize() > limits.sharedTextBytes()) {
        throw new UnreadableFile("unpacks_too_large", limits.unpackedBytes() / 1_000_000);
      }
    } catch (ZipException e) {
      throw new UnreadableFile("damaged");
    }
  }

  @Override public FileRow next() throws UnreadableFile {
    try {
      return rows.hasNext() ? row(rows.next()) : null;
    } catch (RuntimeException e) {
      // the library wraps a broken part of the zip or of its XML in whatever it met; the stack is of no use to the person
      throw new UnreadableFile("damaged");
    }
  }

  private FileRow row(Row row) {
    int kept = Math.min(row.getCellCount(), limits.columns() + 1);
    var cells = new ArrayList<Cell>(kept);
    for (int i = 0; i < kept; i++) {
      cells.add(cell(row.getCell(i)));
    }
    int width = row.getCellCount();
    return new FileRow(row.getRowNum(), List.copyOf(cells), width, new FileRow.Position(0, row.getRowNum()), Optional.empty());
  }

  private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
    if (cell == null) {
      return Cell.EMPTY;
    }
    return switch (cell.getType()) {
      case EMPTY -> Cell.EMPTY;
      case STRING -> Cell.of(cut(cell.getText()));
      case BOOLEAN -> new Cell(Boolean.TRUE.equals(cell.getValue()) ? "true" : "false", Cell.Kind.BOOLEAN);
      case ERROR -> new Cell(cut(String.valueOf(cell.getRawValue())), Cell.Kind.ERROR);
      case NUMBER -> number(cell, cell.asNumber());
      case FORMULA -> formula(cell);
    };
  }

  /** The result that Excel kept of a formula; the formula itself is never looked at. */
  private Cell formula(org.dhatim.fastexcel.reader.Cell cell) {
    if (cell.getValue() instanceof BigDecimal number) {
      return number(cell, number);
    }
    return cell.getRawValue() == null ? Cell.EMPTY : Cell.of(cut(cell.getRawValue()));
  }

  private static Cell number(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
    if (isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
      try {
        var moment = cell.asDate();
        return new Cell((moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate() : moment).toString(), Cell.Kind.DATE);
      } catch (RuntimeException e) {
        return new Cell(number.toPlainString(), Cell.Kind.NUMBER);
      }
    }
    var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return new Cell(plain.scale() < -40 || plain.precision() > 40 ? plain.toString() : plain.toPlainString(), Cell.Kind.NUMBER);
  }

  /** Whether a number format shows a date (ECMA-376 part 1, 18.8.30: formats 14-17 and 22, or letters y, m, d outside quotes). */
  private static boolean isDate(Integer id, String format) {
    if (id != null && (id >= 14 && id <= 17 || id == 22)) {
      return true;
    }
    if (format == null) {
      return false;
    }
    var bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
    return bare.contains("y") || bare.contains("d") && bare.contains("m");
  }

  private String cut(String text) {
    return text.length() > limits.cellChars() + 1 ? text.substring(0, limits.cellChars() + 1) : text;
  }

  @Override public void close() throws IOException {
    try (lent; workbook) {
      stream.close();
    }
  }
}
