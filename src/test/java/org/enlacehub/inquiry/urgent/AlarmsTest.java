package org.enlacehub.inquiry.urgent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.delivery.Messages;
import org.enlacehub.inquiry.Answers;
import org.enlacehub.inquiry.Inquiries;
import org.enlacehub.inquiry.Inquirers;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.urgent.Alarms.Taking;
import org.enlacehub.testing.SettableClock;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The urgent protocol, by the demo's rosters: Los Angeles has two people on duty, Houston nobody at weekends, the ministry always. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmsTest implements TestDatabase {
  /** A Monday, 01:00 in Los Angeles: nobody is at the office. */
  private static final Instant NIGHT = Instant.parse("2027-01-11T09:00:00Z");
  private static final String LOS_ANGELES = "GT-US-LAX";
  private static final String ON_DUTY = "+12135550191";
  private final SettableClock clock = new SettableClock(NIGHT);
  private Map<String, String> properties;
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject Answers answers;
  @Inject InquiryReader reader;
  @Inject Alarms alarms;
  @Inject Messages messages;
  @Inject Staffs staffs;
  private Actor onDuty;
  private Actor ministry;
  private Actor head;
  private Actor houston;
  private Contact person;

  @MockBean(Clock.class)
  Clock clock() {
    return clock;
  }

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false", "enlace.demo", "true");
  }

  @Override
  public Map<String, String> getProperties() {
    properties = TestDatabase.super.getProperties();
    return properties;
  }

  @BeforeAll
  void thoseOfTheRosters() {
    onDuty = staff("losangeles@demo.example.org", Role.OFFICER, LOS_ANGELES);
    ministry = staff("central@demo.example.org", Role.OFFICER, "GT-MIN");
    houston = staff("houston@demo.example.org", Role.OFFICER, "GT-US-HOU");
    head = staff("admin@demo.example.org", Role.ADMINISTRATOR, null);
  }

  @BeforeEach
  void aPerson() throws SQLException {
    try (var connection = TestServer.connect(); var statement = connection.createStatement()) {
      statement.execute("DELETE FROM alarm");
    }
    clock.set(NIGHT);
    person = inquirers.person();
  }

  private Actor staff(String email, Role role, String desk) {
    return staffs.create(Actor.system("test"), new NewStaff(email, email, Set.of(role), desk, null, null)).actor();
  }

  private Inquiry danger() {
    var inquiry = inquirers.writes(person, Inquirers.DANGER);
    assertEquals("1 " + LOS_ANGELES, inquiry.severity() + " " + inquiry.desk());
    return inquiry;
  }

  private Alarm newest(Inquiry inquiry) {
    return alarms.of(inquiry.id()).getFirst();
  }

  /** What was done so far, in words: {@code CALL DUTY bsic SMS}. */
  private List<String> record(Inquiry inquiry) {
    return alarms.steps(List.of(newest(inquiry))).stream().map(AlarmsTest::words).toList();
  }

  private static String words(AlarmStep s) {
    return (s.what() + " " + (s.called() == null ? "" : s.called() + " ") + (s.person() == null ? "" : s.person() + " ")
        + (s.channel() == null ? "" : s.channel())).strip();
  }

  private void after(Duration time) {
    clock.tick(time);
    alarms.run();
  }

  @Test
  void aPersonInDangerRingsAtOnceByEveryWay() {
    var inquiry = danger();
    assertEquals(List.of("CALL DUTY bsic SMS", "CALL DUTY bsic WHATSAPP", "CALL DUTY bsic EMAIL"), record(inquiry));
    assertEquals(List.of(newest(inquiry).id()), ids(alarms.ringingFor(onDuty)), "on every page of who is on duty");
    for (var step : alarms.steps(List.of(newest(inquiry)))) {
      assertEquals(NIGHT, step.at());
      assertNotNull(step.messageId(), "it leaves through the outbox");
    }
    assertTrue(reader.open(inquiry.id(), onDuty, null, 50).orElseThrow().lines().stream().anyMatch(l -> "alarm.raised".equals(l.entry().act())));
  }

  @Test
  void theCallHoldsNothingOfThePerson() {
    var inquiry = danger();
    var sent = alarms.steps(List.of(newest(inquiry))).stream().map(AlarmStep::messageId).toList();
    for (var view : messages.findAll(sent).values()) {
      assertNull(view.contactId());
    }
  }

  @Test
  void itClimbsUntilSomebodyAccepts() {
    var inquiry = danger();
    after(Duration.ofMinutes(4));
    assertEquals(3, record(inquiry).size(), "nothing before its time");
    after(Duration.ofMinutes(1));
    assertEquals(List.of("REPEAT DUTY bsic SMS", "REPEAT DUTY bsic WHATSAPP", "REPEAT DUTY bsic EMAIL", "CALL BACKUP etzoc SMS",
        "CALL BACKUP etzoc EMAIL"), record(inquiry).subList(3, 8));
    after(Duration.ofMinutes(5));
    after(Duration.ofMinutes(10));
    after(Duration.ofMinutes(10));
    assertTrue(record(inquiry).contains("CALL DIRECTOR rpaz SMS"));
    int before = record(inquiry).size();
    after(Duration.ofMinutes(5));
    assertTrue(record(inquiry).size() > before, "after the last step everyone is called again");
    assertEquals(Taking.YOURS, alarms.take(newest(inquiry).id(), onDuty));
    int taken = record(inquiry).size();
    after(Duration.ofMinutes(5));
    assertEquals(taken, record(inquiry).size(), "nobody is called any more");
  }

  @Test
  void stepsThatWereMissedWhileEverythingWasDownAreTakenAtOnce() {
    var inquiry = danger();
    after(Duration.ofMinutes(22));
    var called = record(inquiry).stream().filter(s -> s.startsWith("CALL") && s.endsWith("SMS")).toList();
    assertEquals(List.of("CALL DUTY bsic SMS", "CALL BACKUP etzoc SMS"), called, "one person is called once, under whatever names");
    assertEquals(4, newest(inquiry).stepsDone());
    assertEquals(NIGHT.plus(Duration.ofMinutes(30)), newest(inquiry).nextAt());
  }

  @Test
  void whereNobodyIsOnDutyTheNextOnesAreCalledAtOnce() {
    clock.set(Instant.parse("2027-01-16T18:00:00Z"));
    var inquiry = inquirers.writes(person, Inquirers.DANGER.replace("los angeles california", "houston texas"));
    assertEquals("GT-US-HOU", inquiry.desk());
    assertEquals(List.of("NOBODY DUTY", "NOBODY BACKUP", "CALL HEAD dxol SMS", "CALL HEAD dxol WHATSAPP", "CALL HEAD dxol EMAIL"), record(inquiry));
    after(Duration.ofMinutes(20));
    assertTrue(record(inquiry).contains("CALL MINISTRY etzoc SMS"));
  }

  @Test
  void acceptingReachingAndResolvingAreThreeTimes() {
    var inquiry = danger();
    clock.tick(Duration.ofMinutes(2));
    alarms.take(newest(inquiry).id(), onDuty);
    clock.tick(Duration.ofMinutes(3));
    answers.reply(inquiry.id(), onDuty, "Ya vamos.", null, Duration.ZERO);
    clock.tick(Duration.ofMinutes(60));
    var colleague = inquirers.officer(LOS_ANGELES).actor();
    assertFalse(inquiries.close(inquiry.id(), onDuty, "assisted").orElseThrow().closed(), "an urgent matter is ended by two");
    assertFalse(inquiries.close(inquiry.id(), onDuty, "assisted").orElseThrow().closed(), "twice the same person is one");
    assertTrue(inquiries.close(inquiry.id(), colleague, "assisted").orElseThrow().closed());
    var alarm = newest(inquiry);
    assertEquals(NIGHT.plus(Duration.ofMinutes(2)), alarm.acceptedAt());
    assertEquals(NIGHT.plus(Duration.ofMinutes(5)), alarm.contactedAt());
    assertEquals(NIGHT.plus(Duration.ofMinutes(65)), alarm.resolvedAt());
    assertEquals(List.of("ACCEPT", "CONTACT", "RESOLVE"), record(inquiry).subList(3, 6));
  }

  @Test
  void takingTheInquiryOrAnsweringAcceptsToo() {
    var first = danger();
    inquiries.assign(first.id(), onDuty, onDuty.staffId());
    assertFalse(newest(first).ringing());
    person = inquirers.person();
    var second = danger();
    answers.reply(second.id(), onDuty, "Ya vamos.", null, Duration.ZERO);
    assertFalse(newest(second).ringing());
    assertEquals(NIGHT, newest(second).contactedAt());
  }

  @Test
  void givingItToSomebodyElseAcceptsNothing() {
    var inquiry = danger();
    inquiries.assign(inquiry.id(), head, onDuty.staffId());
    assertTrue(newest(inquiry).ringing());
  }

  @Test
  void answeringOneTakesTheCase() {
    var inquiry = danger();
    assertEquals(Optional.empty(), alarms.answered(Channel.SMS, "+12135550100", "1"), "nobody called that number");
    assertEquals(Optional.empty(), alarms.answered(Channel.SMS, ON_DUTY, "1 momento"), "that is no acceptance");
    assertEquals(Optional.of(Taking.YOURS), alarms.answered(Channel.SMS, ON_DUTY, " 1 \n> cita del mensaje"));
    assertEquals(onDuty.staffId(), newest(inquiry).acceptedBy());
    assertEquals(onDuty.staffId(), reader.open(inquiry.id(), onDuty, null, 5).orElseThrow().inquiry().ownerId());
    assertEquals(Optional.of(Taking.TAKEN), alarms.answered(Channel.SMS, ON_DUTY, "1"));
    assertEquals("ACCEPT bsic SMS", record(inquiry).getLast());
  }

  @Test
  void ofTwoWhoTakeItAtOnceOneHasIt() {
    var inquiry = danger();
    long id = newest(inquiry).id();
    assertEquals(Taking.YOURS, alarms.take(id, onDuty));
    assertEquals(Taking.TAKEN, alarms.take(id, head));
    assertEquals(Taking.NOT_HERE, alarms.take(id, houston), "another desk finds no alarm");
  }

  @Test
  void theMinistryTakesWhatTheMissionDoesNotToItsOwnDesk() {
    var inquiry = danger();
    assertEquals(List.of(), alarms.ringingFor(ministry));
    after(Duration.ofMinutes(20));
    assertEquals(List.of(newest(inquiry).id()), ids(alarms.ringingFor(ministry)));
    assertEquals(Taking.YOURS, alarms.take(newest(inquiry).id(), ministry));
    var taken = reader.open(inquiry.id(), ministry, null, 50).orElseThrow().inquiry();
    assertEquals("GT-MIN " + ministry.staffId(), taken.desk() + " " + taken.ownerId());
    assertEquals(1, alarms.of(inquiry.id()).size(), "it does not ring again for having moved");
  }

  @Test
  void aCaseThatIsTransferredRingsAtTheNewDesk() {
    var inquiry = danger();
    alarms.take(newest(inquiry).id(), onDuty);
    clock.tick(Duration.ofMinutes(1));
    inquiries.transfer(inquiry.id(), onDuty, "GT-US-HOU", "Está en Houston");
    assertEquals("TRANSFER GT-US-HOU true", newest(inquiry).cause() + " " + newest(inquiry).desk() + " " + newest(inquiry).ringing());
    assertEquals("CALL DUTY dxol SMS", record(inquiry).getFirst());
  }

  @Test
  void aSilentPersonRaisesItAgainForOwnerAndDuty() {
    var inquiry = danger();
    alarms.take(newest(inquiry).id(), onDuty);
    after(Duration.ofMinutes(20));
    inquirers.writes(person, "sigo aqui");
    after(Duration.ofMinutes(29));
    assertEquals(1, alarms.of(inquiry.id()).size(), "they wrote: nothing is awaited");
    answers.reply(inquiry.id(), onDuty, "¿Está a salvo?", null, Duration.ZERO);
    after(Duration.ofMinutes(29));
    assertEquals(1, alarms.of(inquiry.id()).size());
    after(Duration.ofMinutes(1));
    assertEquals("SILENCE true", newest(inquiry).cause() + " " + newest(inquiry).ringing());
    assertEquals("CALL OWNER bsic SMS", record(inquiry).getFirst());
    after(Duration.ofMinutes(1));
    assertEquals(2, alarms.of(inquiry.id()).size(), "once");
  }

  @Test
  void whoWritesAgainAfterTheEndRingsAgain() {
    var inquiry = danger();
    inquiries.close(inquiry.id(), onDuty, "assisted");
    inquiries.close(inquiry.id(), head, "assisted");
    clock.tick(Duration.ofDays(20));
    inquirers.writes(person, Inquirers.DANGER);
    assertEquals("AGAIN true", newest(inquiry).cause() + " " + newest(inquiry).ringing());
  }

  @Test
  void anOrdinaryMatterRingsWhenItBecomesGraveAndStopsWhenItWasAnError() {
    var inquiry = inquirers.writes(person, Inquirers.PASSPORT);
    assertEquals(List.of(), alarms.of(inquiry.id()));
    inquiries.grade(inquiry.id(), onDuty, 1, "Está en peligro");
    assertTrue(newest(inquiry).ringing());
    inquiries.grade(inquiry.id(), onDuty, 3, "Era un error");
    assertFalse(newest(inquiry).ringing());
    assertNull(newest(inquiry).acceptedAt());
    assertEquals("STOP", record(inquiry).getLast());
  }

  @Test
  void wordsThatMakeARingingCaseGraverBeginFromTheBottom() {
    var inquiry = inquirers.writes(person, "detuvieron a mi hermano la migra en los angeles california");
    assertEquals(2, newest(inquiry).severity());
    clock.tick(Duration.ofMinutes(31));
    inquirers.writes(person, Inquirers.DANGER);
    assertEquals("1 1", newest(inquiry).severity() + " " + newest(inquiry).stepsDone());
    assertEquals(1, alarms.of(inquiry.id()).size());
  }

  @Test
  void aDrillGoesThroughTheStepsAndCallsNobody() {
    assertFalse(alarms.drill(houston, LOS_ANGELES), "nobody exercises at another's desk");
    assertTrue(alarms.drill(onDuty, LOS_ANGELES));
    var drill = alarms.ringingFor(onDuty).stream().filter(Alarm::drill).findFirst().orElseThrow();
    assertFalse(ids(alarms.ringingFor(head)).contains(drill.id()), "only its author sees it");
    after(Duration.ofSeconds(5));
    after(Duration.ofSeconds(25));
    var steps = alarms.steps(List.of(drill));
    assertTrue(steps.stream().map(AlarmsTest::words).toList().containsAll(List.of("CALL DUTY bsic SMS", "CALL BACKUP etzoc SMS", "CALL DIRECTOR rpaz SMS")));
    assertTrue(steps.stream().allMatch(s -> s.messageId() == null), "no message was made");
    assertEquals(Optional.empty(), alarms.answered(Channel.SMS, ON_DUTY, "1").filter(t -> t == Taking.YOURS), "nobody can take it by telephone");
    assertEquals(Taking.NOT_HERE, alarms.take(drill.id(), head));
    assertEquals(Taking.YOURS, alarms.take(drill.id(), onDuty));
  }

  @Test
  void anotherNodeGoesOnWhereADeadOneStopped() {
    clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    assertTrue(alarms.drill(onDuty, LOS_ANGELES));
    var drill = alarms.ringingFor(onDuty).stream().filter(Alarm::drill).max(Comparator.comparing(Alarm::raisedAt)).orElseThrow();
    assertEquals(1, drill.stepsDone());
    // The first node never looks again: its scheduler stands still. The second begins with what the database says.
    var second = new HashMap<String, Object>(properties);
    second.put("enlace.quartz.autostart", "true");
    second.put("enlace.quartz.cluster", "alarms-second");
    second.put("enlace.data-dir", "target/test-data/second");
    try (var node = ApplicationContext.run(second, "test")) {
      node.getBean(EmbeddedServer.class).start();
      Until.isTrue("the second node took the next steps", Duration.ofSeconds(60), () -> alarms.steps(List.of(drill)).stream()
          .map(AlarmsTest::words).collect(Collectors.toSet()).contains("CALL BACKUP etzoc SMS"));
    }
    var calls = new ArrayList<>(alarms.steps(List.of(drill)).stream().map(AlarmsTest::words).filter(w -> w.startsWith("CALL DUTY bsic SMS")).toList());
    assertEquals(1, calls.size(), "no step is taken twice");
  }

  private static List<Long> ids(List<Alarm> of) {
    return of.stream().map(Alarm::id).toList();
  }
}
