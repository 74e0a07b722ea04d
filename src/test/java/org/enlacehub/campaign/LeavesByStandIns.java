package org.enlacehub.campaign;

import io.micronaut.test.annotation.MockBean;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.enlacehub.delivery.People;
import org.enlacehub.delivery.StandInCarriers;
import org.enlacehub.testing.RunningClock;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test whose campaigns leave by the sandbox's carriers; what happens in one test lies some days behind the next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LeavesByStandIns implements TestDatabase {
  /** A Monday, 10:00 in Los Angeles. */
  static final Instant START = Instant.parse("2027-01-11T18:00:00Z");
  final StandInCarriers carriers = new StandInCarriers();
  final RunningClock clock = new RunningClock(START);
  @Inject Campaigns campaigns;
  @Inject CampaignStage stage;
  @Inject People people;
  private final Duration between;
  /** How many tests have begun. */
  int tests;

  /** @param between the days from one test to the next */
  LeavesByStandIns(int between) {
    this.between = Duration.ofDays(between);
  }

  @MockBean(Clock.class)
  Clock clock() {
    return clock;
  }

  @Override
  public Map<String, String> extraProperties() {
    var all = new HashMap<>(carriers.properties());
    all.put("enlace.rate.sms", "200");
    return all;
  }

  @BeforeEach
  void time() {
    // Forward only: a clock that is put back holds the lanes' leases for ever.
    clock.set(START.plus(between.multipliedBy(++tests)));
    stage.lanesAreWell();
  }

  @AfterAll
  void close() {
    carriers.close();
  }
}
