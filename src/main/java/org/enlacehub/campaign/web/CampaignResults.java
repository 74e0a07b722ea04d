package org.enlacehub.campaign.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.stream.Stream;
import org.enlacehub.account.Role;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.delivery.DeliveryTotals.Cell;
import org.enlacehub.platform.web.ProblemException;

/** A campaign's figures by channel, language and consulate, as files: aggregates that name nobody, and no cell that runs as a formula. */
@Controller("/campanas/{slug}")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
class CampaignResults {
  private static final List<String> HEADINGS = List.of("channel", "language", "consulate", "recipients", "queued", "held", "sent", "delivered",
      "read", "failed", "suppressed", "expired", "cancelled", "segments", "cost");
  /** The first columns that hold words; the others hold numbers. */
  private static final int WORDS = 3;
  private final Campaigns campaigns;

  CampaignResults(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Get("/resultados.csv")
  @Produces(TableFile.CSV)
  HttpResponse<byte[]> csv(String slug) {
    return new TableFile(slug, HEADINGS, WORDS).csv(rows(slug));
  }

  @Get("/resultados.xlsx")
  @Produces(MediaType.MICROSOFT_EXCEL_OPEN_XML)
  HttpResponse<byte[]> excel(String slug) {
    return new TableFile(slug, HEADINGS, WORDS).excel(rows(slug));
  }

  private Stream<List<String>> rows(String slug) {
    return campaigns.totals(campaigns.find(slug).orElseThrow(() -> ProblemException.notFound("campaign")).id()).cells().stream()
        .map(CampaignResults::row);
  }

  private static List<String> row(Cell cell) {
    var t = cell.totals();
    return List.of(cell.channel(), cell.language(), cell.desk(), Long.toString(t.recipients()), Long.toString(t.queued()), Long.toString(t.held()),
        Long.toString(t.sent()), Long.toString(t.delivered()), Long.toString(t.read()), Long.toString(t.failed()), Long.toString(t.suppressed()),
        Long.toString(t.expired()), Long.toString(t.cancelled()), Long.toString(t.segments()), t.cost().toPlainString());
  }
}
