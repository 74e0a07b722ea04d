package org.enlacehub.contact.imports;

/**
 * What stands in one cell.
 *
 * @param text as typed; of a spreadsheet's number all its digits, of its date ISO 8601
 * @param kind what the file knows about it; a text file knows nothing, so {@link Kind#TEXT}
 */
public record Cell(String text, Kind kind) {
  /** What a spreadsheet says that a cell holds. */
  public enum Kind { TEXT, NUMBER, DATE, BOOLEAN, ERROR }

  public static final Cell EMPTY = new Cell("", Kind.TEXT);

  public static Cell of(String text) {
    return text.isEmpty() ? EMPTY : new Cell(text, Kind.TEXT);
  }

  public boolean isBlank() {
    return text.isBlank();
  }
}
