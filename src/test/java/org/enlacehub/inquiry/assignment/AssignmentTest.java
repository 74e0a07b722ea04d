package org.enlacehub.inquiry.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Sessions;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.inquiry.Inquirers;
import org.enlacehub.inquiry.Inquiries;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Protection;
import org.enlacehub.inquiry.assignment.AssignmentRules.Rule;
import org.enlacehub.inquiry.assignment.AssignmentRules.Way;
import org.enlacehub.testing.NothingByItself;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is given what nobody has taken: who is here, speaks the language, and has least or has waited longest. */
@MicronautTest(transactional = false)
class AssignmentTest extends NothingByItself {
  private static final String DESK = "GT-US-LAX";
  /** 09:00 in Los Angeles. */
  private static final Instant MONDAY = Instant.parse("2027-01-11T17:00:00Z");
  private static final Instant SUNDAY = Instant.parse("2027-01-10T17:00:00Z");
  private static final Actor SYSTEM = Actor.system("test");
  @Inject AssignmentRepository matters;
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject InquiryReader reader;
  @Inject Protection protection;
  @Inject Staffs staffs;
  @Inject Sessions sessions;
  @Inject Consulates consulates;
  private Staff ana;
  private Staff luis;

  AssignmentTest() {
    super(MONDAY);
  }

  @BeforeEach
  void twoOfficersAreHere() throws SQLException {
    clock.set(MONDAY);
    try (var connection = TestServer.connect(); var s = connection.createStatement()) {
      s.execute("DELETE FROM inquiry");
      s.execute("DELETE FROM web_session");
    }
    ana = inquirers.officer(DESK);
    luis = inquirers.officer(DESK);
    sessions.open(ana.id(), null);
    sessions.open(luis.id(), null);
  }

  private void run(Way way) {
    var rule = new Rule(way, Map.of(luis.email(), List.of("es", "en", "quc")));
    new Assignment(new AssignmentRules(Duration.ofMinutes(15), Map.of(DESK, rule)), matters, inquiries, staffs, sessions, consulates, clock).run();
  }

  private Inquiry asks() {
    var inquiry = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    clock.tick(Duration.ofSeconds(1));
    return inquiry;
  }

  private Long owner(Inquiry inquiry) {
    return reader.find(inquiry.id(), SYSTEM).orElseThrow().ownerId();
  }

  @Test
  void byTurnEachGetsOneAfterTheOther() {
    var all = List.of(asks(), asks(), asks(), asks());
    run(Way.TURN);
    assertEquals(List.of(ana.id(), luis.id(), ana.id(), luis.id()), all.stream().map(this::owner).toList());
  }

  @Test
  void byLoadTheOneWithLeastGetsIt() {
    for (int i = 0; i < 2; i++) {
      inquiries.assign(asks().id(), SYSTEM, ana.id());
    }
    var all = List.of(asks(), asks(), asks());
    run(Way.LOAD);
    assertEquals(List.of(luis.id(), luis.id()), all.stream().map(this::owner).toList().subList(0, 2));
    assertEquals(List.of("assign.load.speaks"), reader.open(all.getFirst().id(), SYSTEM, null, 50).orElseThrow().lines().stream()
        .map(line -> line.entry().act()).filter(act -> act != null && act.startsWith("assign.")).toList());
  }

  @Test
  void whoSpeaksTheLanguageGetsItAndElseWhoeverIsHere() throws SQLException {
    var kiche = asks();
    var other = asks();
    try (var connection = TestServer.connect(); var s = connection.createStatement()) {
      s.execute("UPDATE inquiry SET language = 'quc' WHERE id = " + kiche.id());
      s.execute("UPDATE inquiry SET language = 'mam' WHERE id = " + other.id());
    }
    run(Way.TURN);
    assertEquals(luis.id(), owner(kiche));
    assertEquals(ana.id(), owner(other));
  }

  @Test
  void nobodyIsGivenAnythingWhoIsNotHereOrWhileTheMissionIsClosed() {
    var inquiry = asks();
    clock.tick(Duration.ofMinutes(20));
    run(Way.TURN);
    assertNull(owner(inquiry), "they have gone");
    clock.set(SUNDAY);
    sessions.open(ana.id(), null);
    run(Way.TURN);
    assertNull(owner(inquiry), "it is Sunday");
  }

  @Test
  void urgentProtectedAndTakenOnesAreLeftAlone() {
    var urgent = inquirers.writes(inquirers.person(), Inquirers.DANGER);
    var hidden = asks();
    protection.protect(hidden.id(), ana.actor());
    var taken = asks();
    inquiries.assign(taken.id(), SYSTEM, luis.id());
    run(Way.TURN);
    assertNull(owner(urgent));
    assertNull(owner(hidden));
    assertEquals(luis.id(), owner(taken));
  }
}
