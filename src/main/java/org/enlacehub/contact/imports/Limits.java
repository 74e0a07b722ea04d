package org.enlacehub.contact.imports;

/**
 * How much a contact file may hold; beyond it the file is refused, or the row rejected, with a code that says which limit.
 *
 * @param fileBytes size of the file as it was uploaded
 * @param unpackedBytes size of a spreadsheet's parts once unpacked: a small zip may hold any amount
 * @param sharedTextBytes size of a spreadsheet's table of texts, the one part that is kept in memory
 * @param columns headings
 * @param rows rows below the heading, blank ones not counted
 * @param cellChars characters of one cell
 */
public record Limits(long fileBytes, long unpackedBytes, long sharedTextBytes, int columns, int rows, int cellChars) {
  /** What the product states: 500 MB, 200 columns, 3 million rows, 10,000 characters a cell. */
  public static final Limits STATED = new Limits(500_000_000L, 2_000_000_000L, 200_000_000L, 200, 3_000_000, 10_000);

  /** The bytes that one row may take before the rest of its line is skipped. */
  int rowBytes() {
    return 4_000_000;
  }

  public Limits withRows(int most) {
    return new Limits(fileBytes, unpackedBytes, sharedTextBytes, columns, most, cellChars);
  }

  public Limits withFileBytes(long most) {
    return new Limits(most, unpackedBytes, sharedTextBytes, columns, rows, cellChars);
  }
}
