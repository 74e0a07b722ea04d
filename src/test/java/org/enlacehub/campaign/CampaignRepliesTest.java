package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.Audiences;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Erasure;
import org.enlacehub.contact.Consents;
import org.enlacehub.contact.Origin;
import org.enlacehub.delivery.People;
import org.enlacehub.inquiry.Incoming;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.Reception;
import org.enlacehub.triage.Triage;
import org.junit.jupiter.api.Test;

/** What people write back to a campaign: a hint for the desks, an answer to an invitation, and never less than what it says. */
@MicronautTest(transactional = false)
class CampaignRepliesTest extends LeavesByStandIns {
  private static final String VALUES = "values: {place: Fresno, address: \"100 Main Street\", event_start: 2027-12-06T09:00,"
      + " event_end: \"15:00\", services: {es: pasaporte, en: passport}, documents: {es: su DPI, en: your DPI}}";
  private static final String RSVP = "rsvp: {capacity: PLACES, deadline: 2027-12-05T12:00, zone: America/Los_Angeles, accept: {quc: kinpetik}}";
  private static final AtomicLong ARRIVALS = new AtomicLong(5_000_000);
  @Inject Reception reception;
  @Inject Triage triage;
  @Inject Rsvps rsvps;
  @Inject Replies replies;
  @Inject Contacts contacts;
  @Inject Consents consents;
  @Inject Erasure erasure;
  @Inject Audiences audiences;

  CampaignRepliesTest() {
    super(8);
  }

  /** So many people who got a campaign just now. */
  private List<Contact> reached(String id, int n, String... lines) {
    var all = IntStream.range(0, n).mapToObj(_ -> people.with("phone", People.number(), "tags", id, "area", "CA", "city", "Los Angeles")).toList();
    stage.running(id, id, lines);
    stage.send();
    return all;
  }

  private List<Contact> invited(String id, int n, int places) {
    return reached(id, n, "template: consulado-movil", VALUES, RSVP.replace("PLACES", Integer.toString(places)),
        "reply: {topic: APPOINTMENT, within: 14d}");
  }

  private Optional<Inquiry> writes(Contact person, String text) {
    var address = person.addresses().stream().filter(a -> a.kind() == AddressKind.PHONE).findFirst().orElseThrow();
    return reception.receive(new Incoming(ARRIVALS.incrementAndGet(), person.id(), address.id(), Channel.SMS, address.value(), text, null, null,
        List.of(), null, triage.assess(text), clock.instant()));
  }

  private RsvpState stands(String slug, Contact person) {
    return rsvps.of(campaigns.find(slug).orElseThrow().id(), List.of(person.id())).orElse(null);
  }

  /** The last text that came to a person, once what is due has left. */
  private String lastTo(Contact person) {
    stage.send();
    var phone = person.addresses().getFirst().value();
    return carriers.bookOf(phone).getLast().details().body();
  }

  private Map<RsvpState, Long> counts(String slug) {
    return rsvps.counts(campaigns.find(slug).orElseThrow().id());
  }

  @Test
  void aReplyGetsTheCampaignsTopicAndDeskWhereItsOwnWordsTellNone() {
    var all = reached("aviso-desk", 4, "reply: {topic: PASSPORT, desk: GT-US-HOU, tag: respondio, within: 2d}");
    var plain = writes(all.get(0), "me interesa, cuénteme más por favor").orElseThrow();
    assertEquals(List.of("PASSPORT", "GT-US-HOU"), List.of(plain.topic(), plain.desk()));
    var own = writes(all.get(1), "quiero registrar a mi hijo que nacio aqui, vivo en los angeles california").orElseThrow();
    assertEquals(List.of("BIRTH", "GT-US-LAX"), List.of(own.topic(), own.desk()), "their own words come first");
    var danger = writes(all.get(2), "mi esposo me esta pegando ahorita tiene un cuchillo ayudenme").orElseThrow();
    assertEquals(1, danger.severity(), "a hint never makes a matter less grave");
    assertTrue(contacts.find(all.get(0).id(), new DeskScope.All()).orElseThrow().tags().contains("respondio"));
    var campaign = campaigns.find("aviso-desk").orElseThrow();
    assertEquals(3, replies.to(campaign));
    writes(all.get(0), "¿ya me pueden contestar?");
    assertEquals(3, replies.to(campaign), "a person counts once");
    assertEquals(3, audiences.count("answered = aviso-desk", new DeskScope.All()).count());
    clock.tick(Duration.ofDays(3));
    assertEquals("GENERAL", writes(all.get(3), "me interesa, cuénteme más por favor").orElseThrow().topic(), "its time is over");
    assertEquals(3, replies.to(campaign));
  }

  @Test
  void answersThatCallForHelpAreUrgentAndThoseThatSettleReachNoDesk() {
    var all = reached("a-salvo", 3, "purpose: emergency", "approvals: 1", "reply: {urgent: [\"2\"], settled: [\"1\"]}");
    assertEquals(Optional.empty(), writes(all.get(0), "1 gracias"));
    assertEquals(2, writes(all.get(1), "2 estoy en el techo").orElseThrow().severity());
    assertEquals(1, writes(all.get(2), "1 mi hijo se esta ahogando no respira ayuda").orElseThrow().severity(), "a danger is never settled");
    assertEquals(3, replies.to(campaigns.find("a-salvo").orElseThrow()));
  }

  @Test
  void aYesKeepsAPlaceTheNextWaitAndAPlaceThatIsGivenBackIsHandedOn() {
    var all = invited("jornada-uno", 4, 2);
    assertEquals(Optional.empty(), writes(all.get(0), "1"), "no officer needs to read it");
    writes(all.get(1), "Sí voy, gracias");
    writes(all.get(2), "confirmo");
    writes(all.get(3), "kinpetik");
    assertEquals(Map.of(RsvpState.COMING, 2L, RsvpState.WAITING, 2L), counts("jornada-uno"));
    assertTrue(lastTo(all.get(0)).contains("su lugar queda apartado en Fresno"), lastTo(all.get(0)));
    assertTrue(lastTo(all.get(0)).contains("Traiga: su DPI"), "with the campaign's own values");
    assertTrue(lastTo(all.get(2)).contains("lista de espera"), lastTo(all.get(2)));
    writes(all.get(0), "ya no puedo ir");
    assertEquals(RsvpState.DECLINED, stands("jornada-uno", all.get(0)));
    assertEquals(List.of(RsvpState.COMING, RsvpState.WAITING), List.of(stands("jornada-uno", all.get(2)), stands("jornada-uno", all.get(3))),
        "whoever has waited longest");
    assertTrue(lastTo(all.get(2)).contains("ya tiene lugar en Fresno"), lastTo(all.get(2)));
    writes(all.get(0), "sí");
    assertEquals(RsvpState.WAITING, stands("jornada-uno", all.get(0)), "who changes their mind queues up again");
    writes(all.get(1), "1");
    assertEquals(Map.of(RsvpState.COMING, 2L, RsvpState.WAITING, 2L), counts("jornada-uno"), "the same answer again changes nothing");
    assertEquals(2, audiences.count("coming = jornada-uno", new DeskScope.All()).count(), "a reminder reaches those who come");
  }

  @Test
  void aQuestionWithTheYesReachesTheDeskAndADangerIsNoYes() {
    var all = invited("jornada-dos", 4, 5);
    var question = writes(all.get(0), "sí voy, ¿qué llevo?").orElseThrow();
    assertEquals("APPOINTMENT", question.topic());
    assertEquals(RsvpState.COMING, stands("jornada-dos", all.get(0)));
    var danger = writes(all.get(1), "sí voy, pero mi esposo me esta pegando ahorita tiene un cuchillo ayudenme").orElseThrow();
    assertEquals(1, danger.severity());
    assertEquals(null, stands("jornada-dos", all.get(1)), "whoever reads it decides");
    assertEquals("GENERAL", writes(people.with("phone", People.number()), "1").orElseThrow().topic(), "nobody invited this person");
    writes(all.get(0), "2");
    assertEquals(RsvpState.DECLINED, stands("jornada-dos", all.get(0)), "in an open conversation too");
    clock.set(Instant.parse("2027-12-05T20:00:01Z"));
    assertTrue(writes(all.get(2), "1").isPresent(), "after the deadline an officer reads it");
    assertEquals(null, stands("jornada-dos", all.get(2)));
    clock.set(START.plus(Duration.ofDays(8L * tests)));
  }

  @Test
  void whatANewerCampaignAsksIsNotTakenForAnAnswerToAnEarlierOne() {
    var person = invited("jornada-tres", 1, 5).getFirst();
    writes(person, "1");
    clock.tick(Duration.ofHours(1));
    contacts.tag(List.of(person.id()), "recordatorio-tres", true, Origin.staff(Actor.system("test"), "test"));
    stage.running("recordatorio-tres", "recordatorio-tres");
    stage.send();
    clock.tick(Duration.ofMinutes(5));
    writes(person, "2");
    assertEquals(RsvpState.DECLINED, stands("jornada-tres", person), "a reminder repeats what to answer");
    writes(person, "1");
    clock.tick(Duration.ofHours(1));
    contacts.tag(List.of(person.id()), "temblor", true, Origin.staff(Actor.system("test"), "test"));
    stage.running("temblor", "temblor", "purpose: emergency", "approvals: 1", "reply: {urgent: [\"2\"]}");
    stage.send();
    clock.tick(Duration.ofMinutes(5));
    assertEquals(2, writes(person, "2").orElseThrow().severity());
    assertEquals(RsvpState.COMING, stands("jornada-tres", person));
  }

  @Test
  void theLastPlaceIsGivenOnceHoweverManyAnswerTogether() throws Exception {
    int n = 12;
    var all = invited("jornada-lleno", n, 5);
    try (var threads = Executors.newFixedThreadPool(n)) {
      for (var one : threads.invokeAll(all.stream().flatMap(p -> IntStream.range(0, 2).mapToObj(_ -> (Callable<Object>) () -> writes(p, "1"))).toList())) {
        one.get();
      }
    }
    assertEquals(Map.of(RsvpState.COMING, 5L, RsvpState.WAITING, n - 5L), counts("jornada-lleno"));
    var coming = all.stream().filter(p -> stands("jornada-lleno", p) == RsvpState.COMING).toList();
    try (var threads = Executors.newFixedThreadPool(n)) {
      var answers = new ArrayList<Callable<Object>>();
      coming.subList(0, 3).forEach(p -> answers.add(() -> writes(p, "2")));
      for (var one : threads.invokeAll(answers)) {
        one.get();
      }
    }
    assertEquals(Map.of(RsvpState.COMING, 5L, RsvpState.WAITING, n - 8L, RsvpState.DECLINED, 3L), counts("jornada-lleno"));
  }

  @Test
  void aPlaceGoesToSomebodyWhoCanBeTold() {
    var all = invited("jornada-baja", 4, 1);
    all.forEach(p -> writes(p, "1"));
    consents.stop(AddressKind.PHONE, all.get(1).addresses().getFirst().value(), AddressKind.PHONE.channels(), Origin.person("test"), "ALTO");
    writes(all.get(0), "2");
    assertEquals(List.of(RsvpState.WAITING, RsvpState.COMING), List.of(stands("jornada-baja", all.get(1)), stands("jornada-baja", all.get(2))));
    assertTrue(erasure.erase(all.get(2).id(), Origin.staff(Actor.system("test"), "test")));
    assertEquals(RsvpState.COMING, stands("jornada-baja", all.get(3)), "a person who was erased needs no place");
    assertEquals(Map.of(RsvpState.COMING, 1L, RsvpState.WAITING, 1L, RsvpState.DECLINED, 1L), counts("jornada-baja"));
  }
}
