package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.testing.NothingByItself;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue of a desk: its order, its folders with their counts, what is put off, who is here, and what it costs. */
@MicronautTest(transactional = false)
class QueueTest extends NothingByItself {
  private static final Instant MONDAY = Instant.parse("2027-01-11T17:00:00Z");
  /** Of the queue with its folders, however many rows. */
  private static final int MOST_STATEMENTS = 6;
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject Answers answers;
  @Inject InquiryReader reader;
  @Inject InquirySweep sweep;
  @Inject Presence presence;
  private Actor officer;
  private Actor colleague;

  QueueTest() {
    super(MONDAY);
  }

  @BeforeAll
  void twoOfficers() {
    officer = inquirers.officer("GT-US-LAX").actor();
    colleague = inquirers.officer("GT-US-LAX").actor();
  }

  @BeforeEach
  void anEmptyDesk() throws SQLException {
    clock.set(MONDAY);
    sql("DELETE FROM inquiry");
    sql("DELETE FROM inquiry_draft");
  }

  private static void sql(String statement) throws SQLException {
    try (var connection = TestServer.connect(); var s = connection.createStatement()) {
      s.execute(statement);
    }
  }

  private Inquiry asks() {
    var inquiry = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    clock.tick(Duration.ofMinutes(1));
    return inquiry;
  }

  private List<Long> ids(InquiryFilter filter) {
    return reader.queue(filter, officer, null, 50).items().stream().map(row -> row.inquiry().id()).toList();
  }

  private QueueCounts counts() {
    return reader.counts(officer, clock.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void theGravestComesFirstThenTheNearestDeadline() {
    var first = asks();
    var second = asks();
    var grave = asks();
    inquiries.grade(grave.id(), officer, 1, "peligro");
    assertEquals(List.of(grave.id(), first.id(), second.id()), ids(InquiryFilter.ALL.in(InquiryState.OPEN)));
  }

  @Test
  void foldersSayHowManyLieInThem() {
    var mine = asks();
    inquiries.assign(mine.id(), officer, officer.staffId());
    inquiries.assign(asks().id(), officer, colleague.staffId());
    inquiries.grade(asks().id(), officer, 1, "peligro");
    reader.saveDraft(asks().id(), officer, "Estimado");
    answers.reply(asks().id(), officer, "Con gusto.", null, Duration.ZERO);
    inquiries.snooze(asks().id(), officer, clock.instant().plus(Duration.ofDays(2)), null);
    inquiries.close(asks().id(), officer, "answered");
    assertEquals(new QueueCounts(4, 1, 2, 1, 1, 1, 1, 1, 0), counts());
    assertEquals(new QueueCounts(0, 0, 0, 0, 0, 0, 0, 0, 0), reader.counts(inquirers.officer("GT-US-HOU").actor(), clock.instant()));
  }

  @Test
  void whatIsPutOffComesBackOnItsDay() {
    var inquiry = asks();
    answers.reply(inquiry.id(), officer, "Le avisamos.", null, Duration.ZERO);
    inquiries.snooze(inquiry.id(), officer, clock.instant().plus(Duration.ofDays(2)), "Preguntar si llegó");
    sweep.run();
    assertEquals(List.of(), ids(InquiryFilter.ALL.in(InquiryState.OPEN)));
    clock.tick(Duration.ofDays(2));
    sweep.run();
    assertEquals(List.of(inquiry.id()), ids(InquiryFilter.ALL.in(InquiryState.OPEN)));
    assertNull(reader.find(inquiry.id(), officer).orElseThrow().snoozedUntil());
  }

  @Test
  void aDeadlineOrNewWordsBringItBackSooner() {
    var waits = asks();
    inquiries.snooze(waits.id(), officer, clock.instant().plus(Duration.ofDays(30)), null);
    clock.set(waits.dueAt());
    sweep.run();
    var back = reader.find(waits.id(), officer).orElseThrow();
    assertEquals(InquiryState.OPEN, back.state());
    assertEquals(waits.dueAt(), back.dueAt(), "no deadline is slept through");
    var person = inquirers.person();
    var other = inquirers.writes(person, Inquirers.PASSPORT);
    inquiries.snooze(other.id(), officer, clock.instant().plus(Duration.ofDays(1)), null);
    inquirers.writes(person, Inquirers.PASSPORT);
    assertEquals(InquiryState.OPEN, reader.find(other.id(), officer).orElseThrow().state());
  }

  @Test
  void anUrgentMatterThatWaitsIsNotPutOff() {
    var inquiry = asks();
    inquiries.grade(inquiry.id(), officer, 2, "detenido");
    assertEquals(InquiryState.OPEN, inquiries.snooze(inquiry.id(), officer, clock.instant().plus(Duration.ofDays(1)), null).orElseThrow().state());
  }

  @Test
  void colleaguesSeeWhoLooksAndWhoWrites() {
    var inquiry = asks();
    assertEquals(List.of(), presence.here(inquiry.id(), officer, false).orElseThrow());
    assertEquals(List.of(new Presence.Colleague(officer.name(), false)), presence.here(inquiry.id(), colleague, true).orElseThrow());
    assertEquals(List.of(new Presence.Colleague(colleague.name(), true)), presence.here(inquiry.id(), officer, false).orElseThrow());
    clock.tick(Duration.ofSeconds(21));
    assertEquals(List.of(), presence.here(inquiry.id(), officer, false).orElseThrow(), "who says nothing is gone");
    assertTrue(presence.here(inquiry.id(), inquirers.officer("GT-US-HOU").actor(), false).isEmpty());
  }

  @Test
  void theQueueTakesTheSameFewStatementsHoweverManyRows() throws SQLException {
    asks();
    long one = statementsOfAPage();
    for (int i = 0; i < 29; i++) {
      var inquiry = asks();
      if (i % 2 == 0) {
        inquiries.assign(inquiry.id(), officer, i % 4 == 0 ? officer.staffId() : colleague.staffId());
      }
    }
    long thirty = statementsOfAPage();
    // With owners their names are asked too, at once.
    assertTrue(thirty <= one + 1, one + " statements for one row, " + thirty + " for thirty");
    assertTrue(thirty <= MOST_STATEMENTS, thirty + " statements");
  }

  /** What a page of the queue and its folders asks the database; what the driver asks for itself in each transaction is not counted. */
  private long statementsOfAPage() throws SQLException {
    long ofTheDriver = statements(this::counts) - 1;
    return statements(() -> reader.queue(InquiryFilter.ALL.in(InquiryState.OPEN), officer, null, 30)) - ofTheDriver
        + statements(this::counts) - ofTheDriver;
  }

  /** The server counts for all its clients, and jobs ask now and then: the fewest of several tries are those of the work alone. */
  private static long statements(Runnable work) throws SQLException {
    try (var connection = TestServer.connect()) {
      long fewest = Long.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        long before = selects(connection);
        work.run();
        fewest = Math.min(fewest, selects(connection) - before);
      }
      return fewest;
    }
  }

  private static long selects(Connection connection) throws SQLException {
    try (var s = connection.createStatement(); var rows = s.executeQuery("SHOW GLOBAL STATUS LIKE 'Com_select'")) {
      rows.next();
      return rows.getLong(2);
    }
  }
}
