package org.enlacehub.contact.imports;

import java.nio.charset.Charset;

/** How a contact file is written; what {@link ContactFile#open} found out and {@link ContactFile#resume} need not find out again. */
public sealed interface FileFormat {
  /** One word for people and records, for example {@code CSV UTF-8 ;}. */
  String describe();

  /**
   * Lines of cells.
   *
   * @param charset UTF-8, UTF-16LE, UTF-16BE, windows-1252 or another one-byte code
   * @param bom bytes of the mark at the start of the file
   * @param separator comma, semicolon, tab or bar
   */
  record Text(Charset charset, int bom, char separator) implements FileFormat {
    @Override public String describe() {
      return (separator == '\t' ? "TSV " : "CSV ") + charset.name() + (separator == '\t' ? "" : " " + separator);
    }
  }

  /** An Excel workbook (Office Open XML); the first visible sheet is read. */
  record Workbook() implements FileFormat {
    @Override public String describe() {
      return "XLSX";
    }
  }

  /** Reads what {@link #describe} wrote, with the length of the mark. */
  static FileFormat parse(String described, int bom) {
    var words = described.split(" ", 3);
    return switch (words[0]) {
      case "XLSX" -> new Workbook();
      case "TSV" -> new Text(Charset.forName(words[1]), bom, '\t');
      default -> new Text(Charset.forName(words[1]), bom, words[2].charAt(0));
    };
  }
}
