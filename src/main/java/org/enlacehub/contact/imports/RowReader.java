package org.enlacehub.contact.imports;

import java.util.LinkedHashMap;
import java.util.List;

/** Turns the rows of one file into what they say about contacts. One instance for a file; not for several threads. */
public final class RowReader {
  private final Headings headings;
  private final ReadingRules rules;
  private final PlaceNames places;
  private final Remembered languages = new Remembered();
  private final PhoneReader phones;
  private final EmailReader emails = new EmailReader();
  private final DeclaredValue values;

  /** @param firstRows some rows from the start of the file, from which the order of its dates is told */
  public RowReader(Headings headings, ReadingRules rules, PlaceNames places, List<FileRow> firstRows) {
    this.headings = headings;
    this.rules = rules;
    this.places = Remembered.places(places);
    this.phones = new PhoneReader(rules.home());
    this.values = new DeclaredValue(new DateReader(DateOrder.of(headings, firstRows), rules.today()));
  }

  /** Reads a row; what is wrong with it is in its problems, nothing is thrown. */
  public ParsedRow read(FileRow row) {
    var report = new RowReport(row.number());
    var draft = new RowDraft(report, rules, places, languages);
    if (row.damage().isPresent()) {
      report.atRow(row.cell(0).text()).reject(row.damage().get());
      return draft.finish(row);
    }
    if (spillsOver(row)) {
      report.atRow(row.cell(headings.columns().size()).text()).reject("extra_cells", Integer.toString(headings.columns().size()));
      return draft.finish(row);
    }
    var read = new LinkedHashMap<Column, Cell>();
    for (var column : headings.columns()) {
      var cell = row.cell(column.index());
      if (!cell.text().isEmpty() && isReadable(column, cell, report)) {
        read.put(column, unmangled(column, cell, report));
      }
    }
    draft.place(read);
    var region = draft.region();
    read.forEach((column, cell) -> fill(draft, column, cell, region, report.at(column, cell)));
    return draft.finish(row);
  }

  private boolean spillsOver(FileRow row) {
    for (int i = headings.columns().size(); i < row.cells().size(); i++) {
      if (!row.cell(i).isBlank()) {
        return true;
      }
    }
    return row.width() > row.cells().size() && row.cells().size() > rules.limits().columns();
  }

  private boolean isReadable(Column column, Cell cell, RowReport report) {
    report.at(column, cell);
    if (cell.text().length() > rules.limits().cellChars()) {
      report.reject("cell_too_long", Integer.toString(rules.limits().cellChars()));
      return false;
    }
    if (column.target().isEmpty()) {
      return false;
    }
    if (Cleaning.isBroken(cell.text())) {
      report.reject("broken_text");
      return false;
    }
    if (Cleaning.hasControl(cell.text())) {
      report.reject("control_character");
      return false;
    }
    if (cell.kind() == Cell.Kind.ERROR || Cleaning.isExcelError(cell.text())) {
      report.warn("cell_error");
      return false;
    }
    return !cell.isBlank();
  }

  private static Cell unmangled(Column column, Cell cell, RowReport report) {
    var text = Cleaning.unmangled(cell.text());
    if (text.equals(cell.text())) {
      return cell;
    }
    report.at(column, cell).note("text_repaired", text);
    return new Cell(text, cell.kind());
  }

  private void fill(RowDraft draft, Column column, Cell cell, String region, RowReport report) {
    switch (column.target().orElseThrow()) {
      case Column.Target.Declared(var field) -> values.read(field, cell, report).ifPresent(value -> draft.field(field.name(), value));
      case Column.Target.Known(var field) -> {
        switch (field) {
          case PHONE -> phones.read(cell, region, false, report).forEach(draft::phone);
          case WHATSAPP -> phones.read(cell, region, true, report).forEach(draft::phone);
          case EMAIL -> emails.read(cell, report).forEach(draft::email);
          case CONSENT -> draft.consent(ConsentWords.read(cell, report));
          case TAGS -> draft.tags(cell, report);
          case EXTERNAL_ID, NAME, GIVEN_NAME, FAMILY_NAME, LANGUAGE, AREA2, CITY, POSTAL_CODE, BIRTH_YEAR, NOTE -> draft.text(field, cell, report);
          case COUNTRY, AREA -> { } // read first, since they say how phones are to be read
        }
      }
    }
  }

  /** What the columns were taken for. */
  public Headings headings() {
    return headings;
  }
}
