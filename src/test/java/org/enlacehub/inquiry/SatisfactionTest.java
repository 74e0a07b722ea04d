package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Channel;
import org.enlacehub.testing.NothingByItself;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves beside an answer: the question how it was, and on WhatsApp the request to open what waits. */
@MicronautTest(transactional = false)
class SatisfactionTest extends NothingByItself {
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject Answers answers;
  @Inject InquiryReader reader;
  private Actor officer;

  SatisfactionTest() {
    super(Instant.parse("2027-01-11T17:00:00Z"));
  }

  @BeforeAll
  void anOfficer() {
    officer = inquirers.officer("GT-US-LAX").actor();
  }

  @BeforeEach
  void noMessages() throws SQLException {
    try (var connection = TestServer.connect(); var s = connection.createStatement()) {
      s.execute("DELETE FROM message");
    }
  }

  private long asked() throws SQLException {
    return number("SELECT COUNT(*) FROM inquiry_rating");
  }

  private static long number(String query) throws SQLException {
    try (var connection = TestServer.connect(); var s = connection.createStatement(); var rows = s.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void aNumberAfterTheEndIsARatingAndAnyOtherWordANewMatter() throws SQLException {
    var person = inquirers.person();
    var inquiry = inquirers.writes(person, Inquirers.PASSPORT);
    answers.reply(inquiry.id(), officer, "Con gusto.", null, Duration.ZERO);
    inquiries.close(inquiry.id(), officer, "answered");
    inquirers.writes(person, " 5 ");
    assertTrue(reader.find(inquiry.id(), officer).orElseThrow().closed());
    assertEquals(5, number("SELECT score FROM inquiry_rating WHERE inquiry_id = " + inquiry.id()));
    assertTrue(reader.open(inquiry.id(), officer, null, 50).orElseThrow().lines().stream().anyMatch(l -> "rated".equals(l.entry().act())));
    inquirers.writes(person, "4");
    assertEquals(InquiryState.OPEN, reader.find(inquiry.id(), officer).orElseThrow().state(), "a second number is a word like any other");
    assertEquals(5, number("SELECT score FROM inquiry_rating WHERE inquiry_id = " + inquiry.id()));
  }

  @Test
  void nobodyIsAskedAfterWhatHurtsOrWasNotAnswered() throws SQLException {
    long before = asked();
    var unanswered = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    inquiries.close(unanswered.id(), officer, "no_contact");
    var urgent = inquirers.writes(inquirers.person(), Inquirers.DANGER);
    answers.reply(urgent.id(), officer, "Ya vamos.", null, Duration.ZERO);
    inquiries.close(urgent.id(), officer, "assisted");
    inquiries.close(urgent.id(), inquirers.officer("GT-US-LAX").actor(), "assisted");
    assertEquals(before, asked());
  }

  @Test
  void afterTheWindowTheAnswerWaitsAndATemplateAsksToOpenIt() throws SQLException {
    var person = inquirers.person();
    var inquiry = inquirers.writes(person, Inquirers.PASSPORT, Channel.WHATSAPP, Duration.ZERO);
    long acknowledged = number("SELECT COUNT(*) FROM message WHERE inquiry_id = " + inquiry.id());
    answers.reply(inquiry.id(), officer, "A tiempo.", null, Duration.ZERO);
    assertEquals(acknowledged + 1, number("SELECT COUNT(*) FROM message WHERE inquiry_id = " + inquiry.id()));
    clock.tick(Duration.ofHours(25));
    answers.reply(inquiry.id(), officer, "Tarde.", null, Duration.ZERO);
    answers.reply(inquiry.id(), officer, "Y algo más.", null, Duration.ZERO);
    assertEquals(acknowledged + 4, number("SELECT COUNT(*) FROM message WHERE inquiry_id = " + inquiry.id()), "it is asked once a day");
  }
}
