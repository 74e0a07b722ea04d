package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.enlacehub.delivery.People;
import org.enlacehub.delivery.Spread;
import org.enlacehub.testing.NothingByItself;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A desk gets no more answers an hour than it can give: 60 people, of whom 3 % answer, at a desk that answers a tenth of one an hour. */
@MicronautTest(transactional = false)
class SmoothingTest extends NothingByItself {
  private static final Instant NOW = Instant.parse("2027-01-11T16:00:00Z");
  private static final int PEOPLE = 60;
  @Inject CampaignStage stage;
  @Inject Forecasts forecasts;
  @Inject Campaigns campaigns;
  @Inject Smoothing smoothing;
  @Inject People people;

  SmoothingTest() {
    super(NOW);
  }

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false", "enlace.sms-from", "+15005550006", "enlace.campaign.answers.per-hour", "1",
        "enlace.campaign.answers.desks.GT-US-HOU", "100");
  }

  @BeforeAll
  void people() {
    IntStream.range(0, PEOPLE).forEach(i -> people.with("phone", People.number(), "tags", "repartir", "area", i % 2 == 0 ? "CA" : "TX", "city",
        i % 2 == 0 ? "Los Angeles" : "Houston"));
  }

  private static List<Instant> due(long campaign, String desk) {
    var all = new ArrayList<Instant>();
    try (var connection = TestServer.connect(); var rows = connection.createStatement().executeQuery(
        "SELECT due_at FROM message WHERE campaign_id = " + campaign + " AND desk = '" + desk + "' ORDER BY due_at")) {
      while (rows.next()) {
        all.add(rows.getTimestamp(1).toLocalDateTime().toInstant(java.time.ZoneOffset.UTC));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  @Test
  void messagesGoOutAsFastAsEachDeskCanAnswerAndOnlySoManyHoursADay() {
    var plain = campaigns.definition(stage.campaign(stage.draft("de-una-vez", "repartir")));
    assertEquals(Spread.NONE, smoothing.spread(plain, 6_000, Map.of("GT-US-LAX", 6_000L)), "only where it is asked for");
    var definition = campaigns.definition(stage.campaign(stage.draft("repartida", "repartir", "pace: {answerable: true}")));
    var spread = smoothing.spread(definition, 2_000, Map.of("GT-US-LAX", 1_000L, "GT-US-HOU", 1_000L));
    assertEquals(Duration.ofHours(30), spread.byConsulate().get("GT-US-LAX"), "30 answers, one an hour");
    assertEquals(Duration.ofMinutes(18), spread.byConsulate().get("GT-US-HOU"), "30 answers, a hundred an hour");
    assertEquals(NOW.plus(Duration.ofDays(3)).plus(Duration.ofHours(6)), spread.last("GT-US-LAX", NOW), "eight hours on each of three days, six on the fourth");
    assertEquals(NOW.plus(Duration.ofMinutes(18)), spread.last("GT-US-HOU", NOW));
  }

  @Test
  void theExpansionAndTheForecastKeepToIt() {
    long id = stage.running("por-mesa", "repartir", "pace: {answerable: true}");
    var la = due(id, "GT-US-LAX");
    assertEquals(PEOPLE / 2, la.size());
    var last = la.getLast();
    assertTrue(last.isAfter(NOW) && !last.isAfter(NOW.plus(Duration.ofMinutes(54))), () -> "30 people make 0.9 answers, an hour's work: " + last);
    assertTrue(last.isAfter(NOW.plus(Duration.ofMinutes(27))), "and they use that time");
    assertTrue(due(id, "GT-US-HOU").getLast().isBefore(NOW.plusSeconds(60)));
    var forecast = forecasts.of(stage.campaign(id));
    assertFalse(forecast.replies().stream().anyMatch(Forecast.DeskLoad::floods), forecast.replies()::toString);
    assertEquals(Map.of("GT-US-LAX", 1, "GT-US-HOU", 100), Map.of("GT-US-LAX", answers(forecast, "GT-US-LAX"), "GT-US-HOU", answers(forecast, "GT-US-HOU")));
  }

  private static int answers(Forecast forecast, String desk) {
    return forecast.replies().stream().filter(load -> load.consulate().equals(desk)).findFirst().orElseThrow().answersPerHour();
  }
}
