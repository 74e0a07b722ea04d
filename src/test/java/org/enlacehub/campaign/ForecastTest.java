package org.enlacehub.campaign;

import static org.enlacehub.campaign.CampaignStage.AUTHOR;
import static org.enlacehub.campaign.CampaignStage.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.Audiences;
import org.enlacehub.contact.Channel;
import org.enlacehub.delivery.People;
import org.enlacehub.delivery.StandInCarriers;
import org.enlacehub.testing.RunningClock;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a person sees before they decide is what sending then does. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForecastTest implements TestDatabase {
  /** Ten at night in Los Angeles. */
  private static final Instant NIGHT = Instant.parse("2027-01-12T06:00:00Z");
  private final StandInCarriers carriers = new StandInCarriers();
  private final RunningClock clock = new RunningClock(NIGHT);
  @Inject Campaigns campaigns;
  @Inject Forecasts forecasts;
  @Inject TestSends tests;
  @Inject Audiences audiences;
  @Inject CampaignStage stage;
  @Inject People people;

  @MockBean(Clock.class)
  Clock clock() {
    return clock;
  }

  @Override
  public Map<String, String> extraProperties() {
    var all = new HashMap<>(carriers.properties());
    all.put("enlace.rate.sms", "10");
    return all;
  }

  @BeforeAll
  void audience() {
    for (int i = 0; i < 4; i++) {
      person("consent", "service information", "language", i == 0 ? "en" : "es", "passport_expires", "2027-02-01");
    }
    person("consent", "service", "passport_expires", "2027-02-01");
    person("consent", "service information");
    people.with("email", "solo@example.org", "consent", "service information", "passport_expires", "2027-02-01", "tags", "previa");
  }

  private void person(String... more) {
    var all = new java.util.ArrayList<String>(java.util.List.of("phone", People.number(), "tags", "previa", "timezone", "America/Los_Angeles"));
    all.addAll(java.util.List.of(more));
    var made = people.with(all.toArray(String[]::new));
    CampaignStage.sql("UPDATE contact SET timezone = 'America/Los_Angeles', consulate = 'GT-US-LAX' WHERE id = " + made.id());
  }

  @AfterAll
  void close() {
    carriers.close();
  }

  private Forecast forecast(String id, String... lines) {
    var source = CampaignStage.source(id, "previa", lines).replaceAll("(?m)^text:.*\n", "template: pasaporte-por-vencer\n")
        .replaceAll("(?m)^quietHours:.*\n", "");
    return forecasts.of(done(campaigns.create(AUTHOR, source)));
  }

  @Test
  void saysWhoIsReachedHowAndWhoIsLeftOutAndWhy() {
    var forecast = forecast("pronostico", "purpose: information", "channels: [sms, email]");
    assertEquals(7, forecast.people());
    assertTrue(forecast.exact());
    assertEquals(5, forecast.reached());
    assertEquals(Map.of("sms", 4L, "email", 1L), forecast.byChannel());
    assertEquals(Map.of("es", 4L, "en", 1L), forecast.byLanguage());
    assertEquals(4L, forecast.byConsulate().get("GT-US-LAX"));
    assertEquals(Map.of("no_consent", 1L, "values_missing", 1L),
        forecast.leftOut().stream().collect(Collectors.toMap(Forecast.LeftOut::reason, Forecast.LeftOut::people)));
    assertEquals("passport_expires", forecast.leftOut().stream().filter(o -> o.detail() != null).findFirst().orElseThrow().detail());
    assertTrue(forecast.segments() >= 4 && forecast.segments() <= 8);
    assertEquals(new BigDecimal("0.0083").multiply(BigDecimal.valueOf(forecast.segments())).add(new BigDecimal("0.0001"))
        .setScale(2, java.math.RoundingMode.HALF_UP), forecast.cost());
    assertFalse(forecast.fromExperience());
  }

  @Test
  void theNightIsWaitedForUnlessItIsAnEmergency() {
    var calm = forecast("calma", "purpose: information");
    assertEquals(Instant.parse("2027-01-12T16:00:00Z"), calm.firstAt(), "eight in the morning in Los Angeles");
    var urgent = forecast("urgente", "purpose: emergency", "quietHours: none");
    assertTrue(urgent.lastAt().isBefore(NIGHT.plusSeconds(3_600)));
    var paced = forecast("ritmo", "purpose: emergency", "quietHours: none", "pace: {spreadOver: 6h}");
    assertTrue(!paced.lastAt().isBefore(NIGHT.plusSeconds(6 * 3_600)), () -> paced.lastAt().toString());
  }

  @Test
  void whatSendingDoesIsWhatWasForetold() {
    var source = CampaignStage.source("comprobar", "previa").replaceAll("(?m)^text:.*\n", "template: pasaporte-por-vencer\n");
    long id = done(campaigns.create(AUTHOR, source)).id();
    var forecast = forecasts.of(stage.campaign(id));
    done(campaigns.submit(id, AUTHOR));
    done(campaigns.schedule(id, AUTHOR, true));
    stage.send();
    stage.send();
    assertEquals(forecast.reached(), stage.totals(id).sent());
    assertEquals(forecast.people() - forecast.reached(), stage.totals(id).suppressed() + stage.totals(id).failed());
    assertEquals(forecast.segments(), stage.totals(id).segments());
    assertEquals(forecast.reached(), audiences.count("sent = comprobar", new DeskScope.All()).count());
    assertEquals(0, audiences.count("tag = previa and answered = comprobar", new DeskScope.All()).count());
  }

  @Test
  void aTestGoesToOneselfAndCountsNowhere() {
    long id = stage.draft("prueba", "previa");
    assertInstanceOf(TestSends.Outcome.Refused.class, tests.send(stage.campaign(id), AUTHOR, Channel.EMAIL, "yo@example.org", "es", false));
    assertInstanceOf(TestSends.Outcome.Refused.class, tests.send(stage.campaign(id), AUTHOR, Channel.SMS, "5550100", "es", false));
    var number = People.number();
    assertInstanceOf(TestSends.Outcome.Queued.class, tests.send(stage.campaign(id), AUTHOR, Channel.SMS, number, "en", false));
    stage.send();
    assertEquals("Hello prueba", carriers.bookOf(number).getFirst().details().body());
    assertEquals(0, stage.totals(id).recipients());
  }
}
