package org.enlacehub.campaign;

import static org.enlacehub.campaign.CampaignStage.AUTHOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.enlacehub.testing.NothingByItself;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes wrong around campaigns: words changed while they leave, a clock that jumps. */
@MicronautTest(transactional = false)
class CampaignMishapsTest extends NothingByItself {
  private static final Instant START = Instant.parse("2027-01-11T15:00:00Z");
  private static final int PEOPLE = 4;
  @Inject Campaigns campaigns;
  @Inject CampaignWork work;
  @Inject CampaignStage stage;

  CampaignMishapsTest() {
    super(START);
  }

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false", "enlace.sms-from", "+15005550006");
  }

  @BeforeAll
  void people() {
    stage.crowd("percance", PEOPLE);
  }

  @Test
  void wordsThatAreLeavingCannotBeChanged() {
    long id = stage.running("en-marcha", "percance");
    var source = stage.campaign(id).source();
    var refused = assertInstanceOf(CampaignOutcome.NotNow.class, campaigns.rewrite(id, AUTHOR, CampaignStage.source("en-marcha", "otra")));
    assertEquals(CampaignState.RUNNING, refused.state());
    campaigns.pause(id, AUTHOR);
    assertInstanceOf(CampaignOutcome.NotNow.class, campaigns.rewrite(id, AUTHOR, CampaignStage.source("en-marcha", "otra")), "not while it is paused either");
    assertEquals(source, stage.campaign(id).source());
    assertEquals(PEOPLE, stage.totals(id).recipients());
  }

  @Test
  void aClockThatJumpsBackAndForthStartsNothingTwice() {
    long id = stage.scheduled("cada-dia", "percance", "schedule: {rrule: \"FREQ=DAILY\", at: \"10:00\", zone: America/Guatemala}", "repeat: true");
    clock.set(START.plus(Duration.ofHours(2)));
    work.sweep();
    assertEquals(1, campaigns.runs(id).size());
    clock.set(START.minus(Duration.ofDays(1)));
    work.sweep();
    clock.set(START.plus(Duration.ofHours(3)));
    work.sweep();
    assertEquals(1, campaigns.runs(id).size(), "that day has been");
    clock.set(START.plus(Duration.ofDays(400)));
    work.sweep();
    work.sweep();
    assertEquals(2, campaigns.runs(id).size(), "a year that the clock skipped is made up once");
    assertEquals(2L * PEOPLE, stage.totals(id).recipients());
    campaigns.cancel(id, AUTHOR);
    clock.set(START);
  }
}
