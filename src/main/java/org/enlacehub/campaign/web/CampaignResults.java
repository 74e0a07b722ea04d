package org.enlacehub.campaign.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.enlacehub.account.Role;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.contact.imports.SafeCsv;
import org.enlacehub.delivery.DeliveryTotals.Cell;
import org.enlacehub.platform.web.ProblemException;

/** A campaign's figures by channel, language and consulate, as files: aggregates that name nobody, and no cell that runs as a formula. */
@Controller("/campanas/{slug}")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
class CampaignResults {
  private static final String CSV = "text/csv;charset=utf-8";
  private static final List<String> HEADINGS = List.of("channel", "language", "consulate", "recipients", "queued", "held", "sent", "delivered",
      "read", "failed", "suppressed", "expired", "cancelled", "segments", "cost");
  /** The first columns that hold words; the others hold numbers. */
  private static final int WORDS = 3;
  private final Campaigns campaigns;

  CampaignResults(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Get("/resultados.csv")
  @Produces(CSV)
  HttpResponse<byte[]> csv(String slug) {
    var out = new ByteArrayOutputStream();
    try (var csv = new SafeCsv(out, true)) {
      csv.row(HEADINGS);
      cells(slug).forEach(cell -> csv.row(row(cell)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file(out, slug + ".csv", CSV);
  }

  @Get("/resultados.xlsx")
  @Produces(MediaType.MICROSOFT_EXCEL_OPEN_XML)
  HttpResponse<byte[]> excel(String slug) {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "Enlace", "1.0")) {
      var sheet = book.newWorksheet("campaign");
      for (int column = 0; column < HEADINGS.size(); column++) {
        sheet.value(0, column, HEADINGS.get(column));
      }
      int line = 1;
      for (var cell : cells(slug)) {
        var row = row(cell);
        for (int column = 0; column < row.size(); column++) {
          if (column < WORDS) {
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
    return file(out, slug + ".xlsx", MediaType.MICROSOFT_EXCEL_OPEN_XML);
  }

  private List<Cell> cells(String slug) {
    return campaigns.totals(campaigns.find(slug).orElseThrow(() -> ProblemException.notFound("campaign")).id()).cells();
  }

  private static List<String> row(Cell cell) {
    var t = cell.totals();
    return List.of(cell.channel(), cell.language(), cell.desk(), Long.toString(t.recipients()), Long.toString(t.queued()), Long.toString(t.held()),
        Long.toString(t.sent()), Long.toString(t.delivered()), Long.toString(t.read()), Long.toString(t.failed()), Long.toString(t.suppressed()),
        Long.toString(t.expired()), Long.toString(t.cancelled()), Long.toString(t.segments()), t.cost().toPlainString());
  }

  private static HttpResponse<byte[]> file(ByteArrayOutputStream out, String name, String type) {
    return HttpResponse.ok(out.toByteArray()).contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }
}
