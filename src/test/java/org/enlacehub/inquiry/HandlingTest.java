package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.testing.NothingByItself;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assigning, moving and grading: to whom, and what becomes of the deadline. */
@MicronautTest(transactional = false)
class HandlingTest extends NothingByItself {
  /** 09:00 in Los Angeles, 11:00 in Houston. */
  private static final Instant MONDAY = Instant.parse("2027-01-11T17:00:00Z");
  private static final String LOS_ANGELES = "GT-US-LAX";
  private static final String HOUSTON = "GT-US-HOU";
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject Staffs staffs;
  @Inject Feed feed;
  private Actor officer;
  private Inquiry begun;

  HandlingTest() {
    super(MONDAY);
  }

  @BeforeAll
  void anOfficer() {
    officer = inquirers.officer(LOS_ANGELES).actor();
  }

  @BeforeEach
  void aPersonAsks() {
    clock.set(MONDAY);
    begun = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    clock.tick(Duration.ofMinutes(30));
  }

  @Test
  void anInquiryIsOnlyGivenToWhoMaySeeIt() {
    var colleague = inquirers.officer(LOS_ANGELES);
    assertEquals(colleague.id(), inquiries.assign(begun.id(), officer, colleague.id()).orElseThrow().ownerId());
    var elsewhere = inquirers.officer(HOUSTON);
    var gone = inquirers.officer(LOS_ANGELES);
    staffs.setActive(Actor.system("test"), gone.id(), false);
    var writer = staffs.create(Actor.system("test"), new NewStaff("Comunica", "comunica@example.org", Set.of(Role.COMMUNICATION), null, null, null));
    for (long nobody : new long[] {elsewhere.id(), gone.id(), writer.id(), 12345, 0}) {
      assertThrows(NotAtDesk.class, () -> inquiries.assign(begun.id(), officer, nobody));
    }
    assertNull(inquiries.assign(begun.id(), officer, null).orElseThrow().ownerId());
  }

  @Test
  void aTransferCountsTheDeadlineInTheOtherDesksHours() {
    var moved = inquiries.transfer(begun.id(), officer, HOUSTON, null).orElseThrow();
    // Severity 4: three working days of 8 hours from 11:00 in Houston, which closes at 16:00; in Los Angeles from 09:00 to 16:00.
    assertEquals(Instant.parse("2027-01-14T17:00:00Z"), moved.dueAt());
    assertEquals(Instant.parse("2027-01-14T17:00:00Z"), begun.dueAt());
    assertEquals(Duration.between(MONDAY, begun.dueAt()), Duration.between(MONDAY, moved.dueAt()));
  }

  @Test
  void aTransferToADeskWithOtherHoursMovesTheDeadline() {
    // The ministry's desk works until 16:30: half an hour more a day.
    var moved = inquiries.transfer(begun.id(), officer, "GT-MIN", null).orElseThrow();
    assertEquals(Instant.parse("2027-01-14T15:30:00Z"), moved.dueAt());
  }

  @Test
  void aTransferIsNewsAtBothDesks() {
    var before = new ArrayList<Long>();
    var after = new ArrayList<Long>();
    var left = feed.news(officer).subscribe(news -> before.add(news.inquiryId()));
    var reached = feed.news(inquirers.officer(HOUSTON).actor()).subscribe(news -> after.add(news.inquiryId()));
    feed.look();
    before.clear();
    after.clear();
    inquiries.transfer(begun.id(), officer, HOUSTON, "Vive en Houston");
    feed.look();
    assertEquals(List.of(begun.id()), before);
    assertEquals(List.of(begun.id()), after);
    clock.tick(Duration.ofMinutes(5));
    inquiries.note(begun.id(), Actor.system("test"), "más tarde");
    feed.look();
    assertEquals(List.of(begun.id()), before, "what happens later is no more the old desk's");
    assertEquals(2, after.size());
    left.dispose();
    reached.dispose();
  }

  @Test
  void theSameSeverityAgainPostponesNothing() {
    assertEquals(begun.dueAt(), inquiries.grade(begun.id(), officer, begun.severity(), "igual").orElseThrow().dueAt());
  }

  @Test
  void aGraverOneIsDueSoonerAndALighterOneCountsFromTheQuestion() {
    var graver = inquiries.grade(begun.id(), officer, 2, "está detenido").orElseThrow();
    assertEquals(clock.instant().plus(Duration.ofHours(2)), graver.dueAt());
    clock.tick(Duration.ofHours(1));
    assertEquals(graver.dueAt(), inquiries.grade(begun.id(), officer, 2, "igual").orElseThrow().dueAt());
    assertEquals(begun.dueAt(), inquiries.grade(begun.id(), officer, begun.severity(), "era un error").orElseThrow().dueAt());
  }

  @Test
  void raisingNeverPostpones() {
    clock.set(begun.dueAt().minus(Duration.ofMinutes(10)));
    assertEquals(begun.dueAt(), inquiries.grade(begun.id(), officer, 3, "lleva tres días").orElseThrow().dueAt());
    assertTrue(inquiries.grade(begun.id(), officer, 1, "peligro").orElseThrow().dueAt().compareTo(begun.dueAt()) <= 0);
  }
}
