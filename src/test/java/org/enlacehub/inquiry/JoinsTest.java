package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.MergeOutcome;
import org.enlacehub.contact.Merges;
import org.enlacehub.contact.Origin;
import org.enlacehub.delivery.MessageFailed;
import org.enlacehub.delivery.MessageState;
import org.enlacehub.inquiry.urgent.Alarms;
import org.enlacehub.testing.NothingByItself;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two matters become one and one becomes two: with everything that was said, counted once, and never on stale sight. */
@MicronautTest(transactional = false)
class JoinsTest extends NothingByItself {
  private static final Instant MONDAY = Instant.parse("2027-01-11T17:00:00Z");
  private static final String LOS_ANGELES = "GT-US-LAX";
  private static final String HOUSTON = "GT-US-HOU";
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject InquiryReader reader;
  @Inject Answers answers;
  @Inject Joins joins;
  @Inject Splits splits;
  @Inject Conversations conversations;
  @Inject DeskLoad load;
  @Inject Alarms alarms;
  @Inject Merges merges;
  @Inject ApplicationEventPublisher<Object> events;
  private Actor officer;
  private Contact person;
  private Inquiry begun;

  JoinsTest() {
    super(MONDAY);
  }

  @BeforeAll
  void anOfficer() {
    officer = inquirers.officer(LOS_ANGELES).actor();
  }

  @BeforeEach
  void aPersonAsksTwoThings() {
    clock.set(MONDAY);
    person = inquirers.person();
    begun = inquirers.writes(person, Inquirers.PASSPORT);
    clock.tick(Duration.ofMinutes(10));
    inquirers.writes(person, "y cuanto cuesta la tarjeta consular");
    clock.tick(Duration.ofMinutes(10));
  }

  private InquiryReader.Opened opened(long id) {
    return reader.open(id, officer, null, 50).orElseThrow();
  }

  private List<String> said(long id) {
    return opened(id).lines().stream().filter(l -> l.entry().kind() == Entry.Kind.IN).map(InquiryReader.Line::words).toList();
  }

  private long word(int number) {
    return opened(begun.id()).lines().stream().filter(l -> l.entry().kind() == Entry.Kind.IN).toList().get(number).entry().id();
  }

  private Splits.Wanted second(String desk, int severity) {
    return new Splits.Wanted(word(1), word(1), desk, "CONSULAR_ID", severity);
  }

  private Inquiry split(String desk) {
    return assertInstanceOf(Rearranged.Done.class, splits.split(begun.id(), officer, second(desk, 4), opened(begun.id()).seen())).inquiry();
  }

  private int waiting() {
    return load.shares(officer).stream().mapToInt(DeskLoad.Share::waiting).sum();
  }

  @Test
  void aPartBecomesAMatterOfItsOwn() {
    int before = waiting();
    var second = split(LOS_ANGELES);
    assertEquals(List.of(Inquirers.PASSPORT), said(begun.id()));
    assertEquals(List.of("y cuanto cuesta la tarjeta consular"), said(second.id()));
    assertEquals("CONSULAR_ID", second.topic());
    assertEquals(MONDAY.plus(Duration.ofMinutes(10)), second.waitingSince());
    assertEquals(MONDAY, opened(begun.id()).inquiry().waitingSince());
    assertEquals(before + 1, waiting(), "two matters, two places in the load");
    assertEquals(begun.id(), inquirers.writes(person, "gracias").id(), "new words come to the first one");
    inquiries.close(begun.id(), officer, "answered");
    assertEquals(second.id(), inquirers.writes(person, "y lo otro").id(), "and to the second one when it is the only one");
  }

  @Test
  void aMatterThatWasSplitOffIsAnsweredAndItsFailureComesBackToIt() {
    var answered = assertInstanceOf(ReplyOutcome.Queued.class, answers.reply(begun.id(), officer, "Con gusto.", null, Duration.ZERO)).entry();
    clock.tick(Duration.ofMinutes(5));
    inquirers.writes(person, "una cosa mas");
    var all = opened(begun.id());
    var wanted = new Splits.Wanted(word(1), answered.id(), LOS_ANGELES, "CONSULAR_ID", 4);
    var second = assertInstanceOf(Rearranged.Done.class, splits.split(begun.id(), officer, wanted, all.seen())).inquiry();
    assertEquals(InquiryState.WAITING, second.state());
    assertEquals(MONDAY, opened(begun.id()).inquiry().waitingSince(), "nobody has answered what was left");
    events.publishEvent(new MessageFailed(answered.messageId(), person.id(), null, begun.id(), MessageState.FAILED, "30003", false));
    assertEquals(InquiryState.OPEN, opened(second.id()).inquiry().state());
  }

  @Test
  void aPartGoesToAnotherDeskAndRingsThereWhenItIsUrgent() {
    var seen = opened(begun.id()).seen();
    var second = assertInstanceOf(Rearranged.Done.class, splits.split(begun.id(), officer, second(HOUSTON, 2), seen)).inquiry();
    assertTrue(reader.find(second.id(), officer).isEmpty());
    assertTrue(alarms.of(second.id()).getFirst().ringing());
    assertEquals(HOUSTON, alarms.of(second.id()).getFirst().desk());
  }

  @Test
  void nothingIsSplitOnStaleSightOrWhenNothingWouldBeLeft() {
    long seen = opened(begun.id()).seen();
    inquirers.writes(person, "algo nuevo");
    assertInstanceOf(Rearranged.Stale.class, splits.split(begun.id(), officer, second(LOS_ANGELES, 4), seen));
    var all = new Splits.Wanted(word(0), word(2), LOS_ANGELES, "CONSULAR_ID", 4);
    assertEquals(new Rearranged.Refused("all"), splits.split(begun.id(), officer, all, opened(begun.id()).seen()));
    var none = new Splits.Wanted(1, 2, LOS_ANGELES, "CONSULAR_ID", 4);
    assertEquals(new Rearranged.Refused("range"), splits.split(begun.id(), officer, none, opened(begun.id()).seen()));
    var houston = inquirers.officer(HOUSTON).actor();
    assertInstanceOf(Rearranged.NotHere.class, splits.split(begun.id(), houston, second(LOS_ANGELES, 4), seen));
  }

  @Test
  void twoBecomeOneWithWhatIsGraverAndDueSooner() {
    var second = split(LOS_ANGELES);
    inquiries.grade(second.id(), officer, 3, "es grave");
    int before = waiting();
    var joined = assertInstanceOf(Rearranged.Done.class, joins.merge(second.id(), begun.id(), officer, opened(begun.id()).seen())).inquiry();
    assertEquals(List.of(Inquirers.PASSPORT, "y cuanto cuesta la tarjeta consular"), said(begun.id()));
    assertEquals(3, joined.severity());
    assertEquals(MONDAY, joined.waitingSince());
    assertEquals(before - 1, waiting(), "counted once");
    var ended = reader.find(second.id(), officer).orElseThrow();
    assertEquals(Joins.MERGED, ended.outcome());
    assertEquals(begun.id(), conversations.own(person.id(), ended.reference()).orElseThrow().id(), "whoever asks by the old reference finds it");
    assertEquals(0, alarms.of(second.id()).stream().filter(a -> a.ringing()).count());
  }

  @Test
  void aMergeIsTakenBack() {
    var second = split(LOS_ANGELES);
    joins.merge(second.id(), begun.id(), officer, opened(begun.id()).seen());
    var back = assertInstanceOf(Rearranged.Done.class, joins.part(second.id(), officer)).inquiry();
    assertEquals(InquiryState.OPEN, back.state());
    assertNull(back.outcome());
    assertEquals(List.of("y cuanto cuesta la tarjeta consular"), said(second.id()));
    assertEquals(List.of(Inquirers.PASSPORT), said(begun.id()));
    assertInstanceOf(Rearranged.NotHere.class, joins.part(second.id(), officer), "once");
  }

  @Test
  void nothingIsMergedOnStaleSightOrAcrossPeopleOrDesks() {
    var second = split(LOS_ANGELES);
    long seen = opened(begun.id()).seen();
    inquirers.writes(person, "algo nuevo");
    assertInstanceOf(Rearranged.Stale.class, joins.merge(second.id(), begun.id(), officer, seen));
    var stranger = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    assertEquals(new Rearranged.Refused("person"), joins.merge(stranger.id(), begun.id(), officer, opened(begun.id()).seen()));
    assertEquals(new Rearranged.Refused("same"), joins.merge(begun.id(), begun.id(), officer, 0));
    var elsewhere = inquirers.officer(HOUSTON).actor();
    assertInstanceOf(Rearranged.NotHere.class, joins.merge(second.id(), begun.id(), elsewhere, 0));
  }

  @Test
  void whatTwoRecordsOfOnePersonAskedBecomesOneAndIsReadUnderEachKey() {
    var twin = inquirers.person();
    var other = inquirers.writes(twin, "otra consulta desde otro numero, los angeles");
    assertInstanceOf(MergeOutcome.Done.class, merges.merge(person.id(), twin.id(), Origin.staff(Actor.system("test"), "test")));
    assertInstanceOf(Rearranged.Done.class, joins.merge(other.id(), begun.id(), officer, opened(begun.id()).seen()));
    assertTrue(said(begun.id()).contains("otra consulta desde otro numero, los angeles"));
    assertTrue(opened(begun.id()).triage().isPresent());
  }
}
