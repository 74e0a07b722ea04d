package org.enlacehub.contact.imports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * A contact file being read: CSV or TSV in any of the usual encodings, or XLSX, told apart by content, never by name. Rows come one
 * at a time in bounded memory; a row that cannot be read is given with its {@link FileRow#damage} and the rest goes on.
 */
public final class ContactFile implements Closeable {
  private static final int HEAD = 1 << 16;

  private final FileFormat format;
  private final Limits limits;
  private final FileRow heading;
  private final Rows rows;
  private int read;

  private ContactFile(FileFormat format, Limits limits, FileRow heading, Rows rows) {
    this.format = format;
    this.limits = limits;
    this.heading = heading;
    this.rows = rows;
  }

  /** Opens a file under the stated limits. @throws UnreadableFile with the reason, when it is not a contact file at all */
  public static ContactFile open(Path file) throws IOException, UnreadableFile {
    return open(FileSource.of(file), Limits.STATED);
  }

  /** Opens a file, finds out its format and reads its heading: the first row that is not blank. */
  public static ContactFile open(FileSource source, Limits limits) throws IOException, UnreadableFile {
    return begin(source, detect(source, limits), limits);
  }

  /**
   * Opens a file whose format is known and goes on behind a row.
   *
   * @param after what {@link FileRow#next} of the last row said; {@link FileRow.Position#START} for the first
   */
  public static ContactFile resume(FileSource source, FileFormat format, FileRow.Position after, Limits limits)
      throws IOException, UnreadableFile {
    var first = begin(source, format, limits);
    if (after.equals(FileRow.Position.START)) {
      return first;
    }
    first.close();
    return new ContactFile(format, limits, first.heading, rows(source, format, after, limits));
  }

  private static ContactFile begin(FileSource source, FileFormat format, Limits limits) throws IOException, UnreadableFile {
    var rows = rows(source, format, FileRow.Position.START, limits);
    try {
      FileRow heading;
      do {
        heading = rows.next();
        if (heading == null) {
          throw new UnreadableFile("empty");
        }
      } while (heading.isBlank());
      if (heading.damage().isPresent()) {
        throw new UnreadableFile("heading_damaged");
      }
      if (width(heading) > limits.columns()) {
        throw new UnreadableFile("too_many_columns", heading.width(), limits.columns());
      }
      var file = new ContactFile(format, limits, heading, rows);
      rows = null;
      return file;
    } finally {
      if (rows != null) {
        rows.close();
      }
    }
  }

  /** Cells up to the last that is filled: Excel likes to add empty ones. */
  private static int width(FileRow heading) {
    int width = heading.width();
    if (width > heading.cells().size()) {
      return width;
    }
    while (width > 0 && heading.cell(width - 1).isBlank()) {
      width--;
    }
    return width;
  }

  private static FileFormat detect(FileSource source, Limits limits) throws IOException, UnreadableFile {
    if (source.size() > limits.fileBytes()) {
      throw new UnreadableFile("too_large", limits.fileBytes() / 1_000_000);
    }
    byte[] head;
    try (var in = source.from(0)) {
      head = in.readNBytes(HEAD);
    }
    return switch (FileKind.of(head)) {
      case ZIP -> new FileFormat.Workbook();
      case TEXT -> {
        var encoding = TextEncoding.detect(head, source);
        var text = decoded(head, encoding.charset(), encoding.bom());
        if (text.isBlank()) {
          throw new UnreadableFile("empty");
        }
        yield new FileFormat.Text(encoding.charset(), encoding.bom(), Separator.of(text));
      }
    };
  }

  private static String decoded(byte[] head, Charset charset, int bom) {
    return new String(head, bom, head.length - bom, charset);
  }

  private static Rows rows(FileSource source, FileFormat format, FileRow.Position after, Limits limits)
      throws IOException, UnreadableFile {
    return switch (format) {
      case FileFormat.Text text -> new TextRows(source, text, after, limits);
      case FileFormat.Workbook _ -> new WorkbookRows(source, after, limits);
    };
  }

  public FileFormat format() {
    return format;
  }

  /** The headings as they stand in the file, stripped; without empty ones at the end. */
  public List<String> headings() {
    return heading.cells().subList(0, width(heading)).stream().map(cell -> cell.text().strip()).toList();
  }

  public FileRow heading() {
    return heading;
  }

  /** The next row that is not blank; null at the end. @throws UnreadableFile when the limit of rows is passed or the file breaks off */
  public FileRow next() throws IOException, UnreadableFile {
    FileRow row;
    do {
      row = rows.next();
    } while (row != null && row.isBlank());
    if (row != null && ++read > limits.rows()) {
      throw new UnreadableFile("too_many_rows", limits.rows());
    }
    return row;
  }

  @Override public void close() throws IOException {
    rows.close();
  }
}
