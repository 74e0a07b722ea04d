package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.delivery.MessageFailed;
import org.enlacehub.delivery.MessageState;
import org.enlacehub.delivery.Messages;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.database.Transactions;
import org.enlacehub.testing.NothingByItself;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answering: who may, on which sight, how it is called back, and what happens when it does not arrive. */
@MicronautTest(transactional = false)
class AnswersTest extends NothingByItself {
  private static final Instant MONDAY = Instant.parse("2027-01-11T17:00:00Z");
  private static final Duration UNDO = Duration.ofSeconds(10);
  private static final String LOS_ANGELES = "GT-US-LAX";
  @Inject Inquirers inquirers;
  @Inject Answers answers;
  @Inject Inquiries inquiries;
  @Inject InquiryReader reader;
  @Inject Messages messages;
  @Inject ApplicationEventPublisher<Object> events;
  @Inject InquirySweep sweep;
  @Inject Statements sql;
  @Inject Transactions transactions;
  private Actor officer;
  private Actor colleague;
  private Contact person;
  private Inquiry begun;

  AnswersTest() {
    super(MONDAY);
  }

  @BeforeAll
  void twoOfficers() {
    officer = inquirers.officer(LOS_ANGELES).actor();
    colleague = inquirers.officer(LOS_ANGELES).actor();
  }

  @BeforeEach
  void aPersonAsks() {
    clock.set(MONDAY);
    person = inquirers.person();
    begun = inquirers.writes(person, Inquirers.PASSPORT);
    clock.tick(Duration.ofMinutes(5));
  }

  private Entry answer(Actor by) {
    return assertInstanceOf(ReplyOutcome.Queued.class, answers.reply(begun.id(), by, "Con gusto.", null, UNDO)).entry();
  }

  private Inquiry now() {
    return opened(officer).inquiry();
  }

  private InquiryReader.Opened opened(Actor by) {
    return reader.open(begun.id(), by, null, 50).orElseThrow();
  }

  private long lastSeen() {
    return opened(officer).seen();
  }

  private void fails(long messageId) {
    events.publishEvent(new MessageFailed(messageId, person.id(), null, begun.id(), MessageState.FAILED, "30003", false));
  }

  @Test
  void whatIsCalledBackLeavesEverythingAsItWas() {
    var sent = answer(officer);
    assertEquals(InquiryState.WAITING, now().state());
    clock.tick(Duration.ofSeconds(5));
    assertTrue(answers.undo(begun.id(), sent.messageId(), officer));
    var after = opened(officer);
    assertEquals("Con gusto.", after.draft());
    assertNull(after.inquiry().firstReplyAt());
    assertNull(after.inquiry().ownerId());
    assertEquals(begun.waitingSince(), after.inquiry().waitingSince());
    assertEquals(begun.dueAt(), after.inquiry().dueAt());
    assertEquals(InquiryState.OPEN, after.inquiry().state());
    assertEquals("", opened(colleague).draft(), "the draft is its author's");
  }

  @Test
  void whatTheProductAnsweredIsNotCalledBack() {
    var automatic = opened(officer).lines().stream().filter(l -> l.entry().kind() == Entry.Kind.OUT).findFirst().orElseThrow();
    assertFalse(answers.undo(begun.id(), automatic.entry().messageId(), officer));
    assertNotEquals("cancelled", messages.findAll(List.of(automatic.entry().messageId())).get(automatic.entry().messageId()).state());
  }

  @Test
  void onlyTheAuthorCallsBack() {
    var sent = answer(officer);
    assertFalse(answers.undo(begun.id(), sent.messageId(), colleague));
    assertEquals(InquiryState.WAITING, now().state());
  }

  @Test
  void theFirstOfTwoAnswersCalledBackLeavesTheSecondStanding() {
    var first = answer(officer);
    clock.tick(Duration.ofSeconds(3));
    var second = answer(officer);
    assertTrue(answers.undo(begun.id(), first.messageId(), officer));
    assertEquals(InquiryState.WAITING, now().state());
    assertEquals(second.at(), now().firstReplyAt());
  }

  @Test
  void wordsThatCameBetweenAnAnswerAndItsUndoStillWait() {
    var sent = answer(officer);
    clock.tick(Duration.ofSeconds(3));
    inquirers.writes(person, Inquirers.PASSPORT);
    assertTrue(answers.undo(begun.id(), sent.messageId(), officer));
    assertEquals(InquiryState.OPEN, now().state());
    assertEquals(begun.waitingSince(), now().waitingSince(), "they wait since their first words");
    assertEquals(begun.dueAt(), now().dueAt());
  }

  @Test
  void anAnswerOnStaleSightIsNotSent() {
    long seen = lastSeen();
    answer(colleague);
    var stale = assertInstanceOf(ReplyOutcome.Stale.class, answers.reply(begun.id(), officer, "Hola", seen, UNDO));
    assertEquals(List.of("Con gusto."), stale.newer().stream().map(Entry::body).toList());
  }

  @Test
  void anUndoneAnswerMakesNoSightStale() {
    long seen = lastSeen();
    var sent = answer(colleague);
    assertTrue(answers.undo(begun.id(), sent.messageId(), colleague));
    assertInstanceOf(ReplyOutcome.Queued.class, answers.reply(begun.id(), officer, "Hola", seen, UNDO));
  }

  @Test
  void newWordsOfThePersonMakeASightStale() {
    long seen = lastSeen();
    clock.tick(Duration.ofMinutes(1));
    inquirers.writes(person, "ya no, gracias");
    assertInstanceOf(ReplyOutcome.Stale.class, answers.reply(begun.id(), officer, "Hola", seen, UNDO));
    assertInstanceOf(ReplyOutcome.Queued.class, answers.reply(begun.id(), officer, "Hola", lastSeen(), UNDO));
  }

  @Test
  void wordsThatTheCarrierBringsLateAreNewAllTheSame() {
    clock.tick(Duration.ofMinutes(10));
    inquirers.writes(person, "segundo mensaje");
    long seen = lastSeen();
    inquirers.writes(person, "escrito antes que el segundo", Channel.SMS, Duration.ofMinutes(5));
    assertInstanceOf(ReplyOutcome.Stale.class, answers.reply(begun.id(), officer, "Hola", seen, UNDO));
  }

  @Test
  void aColleaguesNoteMakesASightStaleAndAnAutomaticAnswerDoesNot() {
    long seen = opened(officer).lines().stream().filter(l -> l.entry().kind() == Entry.Kind.IN).findFirst().orElseThrow().entry().id();
    assertInstanceOf(ReplyOutcome.Queued.class, answers.reply(begun.id(), officer, "Hola", seen, UNDO));
    long later = lastSeen();
    inquiries.note(begun.id(), colleague, "No le escriba: está con él.");
    assertInstanceOf(ReplyOutcome.Stale.class, answers.reply(begun.id(), officer, "Hola", later, UNDO));
  }

  @Test
  void anAnswerThatDidNotArriveBringsThePersonBackToTheTop() {
    var earlier = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    var sent = answer(officer);
    clock.tick(Duration.ofHours(1));
    fails(sent.messageId());
    assertEquals(InquiryState.OPEN, now().state());
    assertEquals(begun.waitingSince(), now().waitingSince());
    assertNull(now().firstReplyAt(), "no answer reached the person");
    var queue = reader.queue(InquiryFilter.ALL.in(InquiryState.OPEN).ofSeverity(begun.severity()), officer, null, 50).items();
    assertEquals(begun.id(), queue.getFirst().inquiry().id());
    assertTrue(queue.stream().anyMatch(row -> row.inquiry().id() == earlier.id()));
    clock.tick(Duration.ofHours(1));
    var once = now();
    fails(sent.messageId());
    assertEquals(once, now(), "the same failure told twice changes nothing");
  }

  @Test
  void anAnswerThatDidNotArriveOpensAnEndedMatter() {
    var sent = answer(officer);
    inquiries.close(begun.id(), officer, "answered");
    fails(sent.messageId());
    assertEquals(InquiryState.OPEN, now().state());
  }

  @Test
  void anAutomaticAnswerThatFailsIsNoFailedAnswer() {
    var automatic = opened(officer).lines().stream().filter(l -> l.entry().kind() == Entry.Kind.OUT).findFirst().orElseThrow();
    answer(officer);
    var before = now();
    fails(automatic.entry().messageId());
    assertEquals(InquiryState.WAITING, now().state());
    assertEquals(before.dueAt(), now().dueAt());
  }

  @Test
  void aClosedMatterIsNotAnsweredAndAnotherDeskFindsNothing() {
    var houston = inquirers.officer("GT-US-HOU").actor();
    assertInstanceOf(ReplyOutcome.NotHere.class, answers.reply(begun.id(), houston, "Hola", null, UNDO));
    inquiries.close(begun.id(), officer, "answered");
    assertInstanceOf(ReplyOutcome.Closed.class, answers.reply(begun.id(), officer, "Hola", null, UNDO));
  }

  @Test
  void aDraftIsKeptForItsAuthorAndGoesWhenItIsSent() {
    assertTrue(reader.saveDraft(begun.id(), officer, "Estimada"));
    assertEquals("Estimada", opened(officer).draft());
    assertEquals("", opened(colleague).draft());
    answer(officer);
    assertEquals("", opened(officer).draft());
  }

  /** The node died between the failure and the word of it. */
  @Test
  void anAnswerThatFailedWithoutAWordComesBackToo() {
    long failed = answer(officer).messageId();
    transactions.write(() -> sql.update("UPDATE message SET state = 'UNDELIVERED' WHERE id = ?", List.of(failed)));
    sweep.run();
    assertEquals(InquiryState.WAITING, now().state(), "the word itself may be on its way");

    clock.tick(Duration.ofMinutes(3));
    sweep.run();
    assertEquals(InquiryState.OPEN, now().state());
    int version = now().version();
    sweep.run();
    assertEquals(version, now().version(), "once");
  }
}
