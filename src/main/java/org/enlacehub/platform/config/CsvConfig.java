package org.enlacehub.platform.config;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a CSV file of the configuration: UTF-8, comma, a heading line. */
public final class CsvConfig {
  private CsvConfig() {}

  /** The rows; findings when the file is missing, unreadable, or lacks one of the columns (then no row is returned). */
  public static List<Row> read(Path file, String display, Findings findings, String... columns) {
    var rows = new ArrayList<Row>();
    try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (var record : reader) {
        if (rows.isEmpty()) {
          for (var column : columns) {
            if (!record.getHeader().contains(column)) {
              findings.add(display, 1, "The column '" + column + "' is missing.",
                  Spelling.nearest(column, record.getHeader()).map(n -> "Is it the one called '" + n + "'?").orElse("Add it to the heading."));
              return List.of();
            }
          }
        }
        rows.add(new Row(record));
      }
    } catch (NoSuchFileException e) {
      findings.add(display, 0, "The file is missing.", "Create it or correct the folder.");
    } catch (CsvParseException e) {
      findings.add(display, 0, "The CSV cannot be read: " + e.getMessage() + ".", "Check quotes and commas.");
    } catch (UncheckedIOException e) {
      findings.add(display, 0, e.getCause() instanceof MalformedInputException ? "The file is not UTF-8." : "The file cannot be read.",
          "Save it as UTF-8 and check its permissions.");
    } catch (IOException e) {
      findings.add(display, 0, "The file cannot be read.", "Check its permissions.");
    }
    return rows;
  }

  /** A row with its line. */
  public static final class Row {
    private final NamedCsvRecord row;

    Row(NamedCsvRecord row) {
      this.row = row;
    }

    /** The value, stripped; empty when the column or the cell is absent. */
    public String get(String column) {
      return row.findField(column).orElse("").strip();
    }

    public int line() {
      return (int) row.getStartingLineNumber();
    }
  }
}
