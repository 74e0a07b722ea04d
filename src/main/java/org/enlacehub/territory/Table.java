package org.enlacehub.territory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** A table of the product's own resources; a wrong one is a fault of the build, so it throws. */
final class Table {
  private Table() {}

  static <T> List<T> read(String name, Function<NamedCsvRecord, T> row) {
    try (var raw = Table.class.getResourceAsStream("/territory/" + name);
        var in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var csv = CsvReader.builder().maxBufferSize(8_000_000).ofNamedCsvRecord(new InputStreamReader(in,
            StandardCharsets.UTF_8))) {
      var rows = new ArrayList<T>();
      for (var record : csv) {
        rows.add(row.apply(record));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("territory/" + name, e);
    }
  }

  static GeoPoint point(NamedCsvRecord row) {
    return new GeoPoint(Double.parseDouble(row.getField("lat")), Double.parseDouble(row.getField("lon")));
  }

  static List<String> list(NamedCsvRecord row, String field) {
    var text = row.getField(field);
    return text.isEmpty() ? List.of() : List.of(text.split(";"));
  }
}
