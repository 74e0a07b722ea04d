package org.enlacehub.campaign;

import static org.enlacehub.campaign.CampaignStage.AUTHOR;
import static org.enlacehub.campaign.CampaignStage.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.testing.NothingByItself;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What looks like an accident is refused before anybody is asked to approve it, and what is meant can be said. */
@MicronautTest(transactional = false)
class GuardsTest extends NothingByItself {
  private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
  @Inject Campaigns campaigns;
  @Inject CampaignWork work;
  @Inject CampaignStage stage;

  GuardsTest() {
    super(NOW);
  }

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false", "enlace.sms-from", "+15005550006", "enlace.campaign.guards.usual-at-first", "2",
        "enlace.campaign.guards.times-usual", "3");
  }

  @BeforeAll
  void people() {
    stage.crowd("pocos", 2);
    stage.crowd("muchos", 9);
  }

  @BeforeEach
  void aQuietWeek() {
    clock.tick(Duration.ofDays(7));
  }

  private List<Finding> refused(long id) {
    var findings = assertInstanceOf(CampaignOutcome.Refused.class, campaigns.submit(id, AUTHOR)).findings();
    assertEquals(CampaignState.DRAFT, stage.state(id), "it stays as it was");
    assertTrue(findings.stream().noneMatch(f -> f.message().isBlank() || f.remedy().isBlank()));
    return findings;
  }

  private List<String> pointers(long id) {
    return refused(id).stream().map(Finding::field).sorted().toList();
  }

  @Test
  void anAudienceFarBeyondTheUsualMustBeMeant() {
    long id = stage.draft("todos", "muchos");
    assertTrue(refused(id).getFirst().message().contains("9 people, more than 3 times the usual 2"), () -> refused(id).toString());
    done(campaigns.rewrite(id, AUTHOR, CampaignStage.source("todos", "muchos", "expects: 8")));
    assertEquals(List.of("/expects"), pointers(id));
    done(campaigns.rewrite(id, AUTHOR, CampaignStage.source("todos", "muchos", "expects: 10")));
    done(campaigns.submit(id, AUTHOR));
  }

  @Test
  void nobodyIsNoAudience() {
    assertEquals(List.of("/audience"), pointers(stage.draft("nadie", "nadie")));
  }

  @Test
  void gapsAndPlaceholdersAreListed() {
    assertEquals(List.of("/text/en", "/text/es"), pointers(stage.draft("huecos", "pocos",
        "text: {es: \"Jornada en [lugar]\", en: \"Hello {{given_name}}\"}")));
    long id = done(campaigns.create(AUTHOR, CampaignStage.source("fraude", "pocos").replaceAll("(?m)^text:.*$",
        "template: alerta-fraude\nvalues: {fraud: {es: \"[cómo es]\", en: people who ask for money}}"))).id();
    assertEquals(List.of("/values/fraud"), pointers(id));
  }

  @Test
  void aTimeThatHasPassedIsRefused() {
    assertEquals(List.of("/schedule"), pointers(stage.draft("ayer", "pocos", "schedule: {at: 2027-01-02T10:00, zone: America/Guatemala}")));
  }

  @Test
  void theSameWordsToTheSamePeopleWithinTwoDaysMustBeMeant() {
    var text = "text: {es: Lo mismo, en: The same}";
    stage.running("primera", "pocos", text);
    clock.tick(Duration.ofDays(1));
    long again = stage.draft("segunda", "pocos", text);
    var finding = refused(again).getFirst();
    assertEquals("/text", finding.field());
    assertTrue(finding.message().contains("'primera' says the same to 2 of these people"), finding.message());
    done(campaigns.submit(stage.draft("a-otros", "muchos", text, "expects: 9"), AUTHOR));
    done(campaigns.rewrite(again, AUTHOR, CampaignStage.source("segunda", "pocos", text, "repeat: true")));
    done(campaigns.submit(again, AUTHOR));
    clock.tick(Duration.ofDays(3));
    done(campaigns.submit(stage.draft("tercera", "pocos", text), AUTHOR));
  }

  @Test
  void aRuleThatRepeatsEveryDayMustBeMeant() {
    var daily = "schedule: {rrule: \"FREQ=DAILY\", at: \"10:00\", zone: America/Guatemala}";
    assertEquals(List.of("/schedule/rrule"), pointers(stage.draft("diaria", "pocos", daily)));
    done(campaigns.submit(stage.draft("diaria-querida", "pocos", daily, "repeat: true"), AUTHOR));
  }
}
