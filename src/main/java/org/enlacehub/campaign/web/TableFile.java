package org.enlacehub.campaign.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.enlacehub.contact.imports.SafeCsv;

/**
 * A table as a file to download; no cell of it runs as a formula.
 *
 * @param name of the file, without its ending
 * @param words how many of the first columns hold words; the others hold numbers
 */
record TableFile(String name, List<String> headings, int words) {
  static final String CSV = "text/csv;charset=utf-8";

  HttpResponse<byte[]> csv(Stream<List<String>> rows) {
    var out = new ByteArrayOutputStream();
    try (var csv = new SafeCsv(out, true)) {
      csv.row(headings);
      rows.forEach(csv::row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file(out, ".csv", CSV);
  }

  HttpResponse<byte[]> excel(Stream<List<String>> rows) {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "Enlace", "1.0")) {
      var sheet = book.newWorksheet("campaign");
      for (int column = 0; column < headings.size(); column++) {
        sheet.value(0, column, headings.get(column));
      }
      int line = 1;
      for (var row : rows.toList()) {
        for (int column = 0; column < row.size(); column++) {
          if (column < words) {
            sheet.value(line, column, SafeCsv.neutral(row.get(column)));
          } else {
            sheet.value(line, column, Double.parseDouble(row.get(column)));
          }
        }
        line++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file(out, ".xlsx", MediaType.MICROSOFT_EXCEL_OPEN_XML);
  }

  private HttpResponse<byte[]> file(ByteArrayOutputStream out, String ending, String type) {
    return HttpResponse.ok(out.toByteArray()).contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ending + "\"");
  }
}
