package org.enlacehub.contact.imports;

import java.util.List;
import java.util.Optional;

/**
 * One row of the file before it has a meaning.
 *
 * @param number as a spreadsheet shows it: the first line of the file is 1, a cell of several lines is one row, blank rows count
 * @param cells in order, those beyond the widest allowed row left out
 * @param width cells that the row has in the file
 * @param next where reading goes on after this row, for {@link ContactFile#resume}
 * @param damage the code of what makes the row unreadable as a whole
 */
public record FileRow(int number, List<Cell> cells, int width, Position next, Optional<String> damage) {
  /** Whether every cell is empty: such a row is passed over. */
  public boolean isBlank() {
    return damage.isEmpty() && cells.stream().allMatch(Cell::isBlank);
  }

  /** The cell of a column, empty when the row is shorter. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  /**
   * A place between two rows.
   *
   * @param offset bytes of text read so far (of the text as UTF-8 when the file is UTF-16); 0 for spreadsheets
   * @param row the number of the last row read
   */
  public record Position(long offset, int row) {
    public static final Position START = new Position(0, 0);
  }
}
