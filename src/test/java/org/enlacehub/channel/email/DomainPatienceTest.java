package org.enlacehub.channel.email;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.enlacehub.channel.SendOutcome;
import org.enlacehub.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** A domain that defers again and again is left alone, and only that one. */
class DomainPatienceTest {
  private static final SendOutcome DEFERRED = new SendOutcome.TryLater("4.7.1", Duration.ofMinutes(5), true);
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
  private final DomainPatience patience = new DomainPatience(clock);

  private void defers(int times) {
    for (int i = 0; i < times; i++) {
      patience.note("lento.example", DEFERRED);
    }
  }

  @Test
  void afterThreeDeferralsItRestsAndOthersGoOn() {
    defers(2);
    assertTrue(patience.wait("lento.example").isEmpty());
    defers(1);
    assertTrue(patience.wait("lento.example").isPresent());
    assertTrue(patience.wait("otro.example").isEmpty());
    clock.tick(Duration.ofMinutes(1));
    assertTrue(patience.wait("lento.example").isEmpty());
  }

  @Test
  void eachFurtherDeferralMakesTheRestLongerAndOneMailThatGoesThroughEndsIt() {
    defers(5);
    clock.tick(Duration.ofMinutes(3));
    assertTrue(patience.wait("lento.example").isPresent());
    clock.tick(Duration.ofMinutes(1));
    patience.note("lento.example", new SendOutcome.Accepted("x"));
    defers(2);
    assertTrue(patience.wait("lento.example").isEmpty());
  }

  @Test
  void troubleOfOurOwnServerIsNoTroubleOfADomain() {
    for (int i = 0; i < 5; i++) {
      patience.note("otro.example", new SendOutcome.TryLater("not-reached", Duration.ZERO));
    }
    assertTrue(patience.wait("otro.example").isEmpty());
  }
}
