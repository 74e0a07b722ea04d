package org.enlacehub.contact.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists of words beside this class: a heading line, then rows; words parted by bars. */
final class WordTable {
  private WordTable() {}

  /** The rows of a resource, each as its cells. */
  static List<List<String>> rows(String name) {
    var in = WordTable.class.getResourceAsStream("/contact/imports/" + name);
    try (var reader = CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.stream().skip(1).map(row -> List.copyOf(row.getFields())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String[] words(String cell) {
    return cell.split("\\|");
  }
}
