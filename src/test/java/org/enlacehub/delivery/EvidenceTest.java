package org.enlacehub.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.enlacehub.channel.Carriers;
import org.enlacehub.channel.SendOutcome;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Purpose;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.sandbox.mail.MailFaults;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;

/** A message of which nobody knows whether it left is settled by what the carrier has, and nobody gets it twice. */
@MicronautTest(transactional = false)
class EvidenceTest extends SendsByStandIns {
  /** The carrier's list may know already that it has arrived. */
  private static final List<String> LEFT = List.of("sent", "delivered");
  @Inject Evidence evidence;
  @Inject Receipts receipts;
  @Inject Decisions decisions;
  @Inject Claims claims;
  @Inject MessageRepository rows;
  @Inject SendingRepository sending;
  @Inject Senders senders;
  @Inject Carriers adapters;
  @Inject LaneRepository laneRepository;
  @Inject Ids ids;
  @Inject Clock clock;

  private long queued(Contact person, Channel channel) {
    return outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Hola " + person.id())).by(channel)
        .with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
  }

  private void work() {
    work("sms-1");
  }

  /** Works and settles by turns until the message stands as asked, for at most 30 seconds. */
  private void until(long id, List<String> state, boolean working) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!state.contains(view(id).state())) {
      assertTrue(System.nanoTime() < end, () -> "still " + view(id));
      evidence.settle();
      if (working) {
        lanes.all().forEach(lane -> lanes.resume(lane.lane()));
        work();
      }
      Thread.sleep(50);
    }
  }

  @Test
  void aLostAnswerIsFoundOnTheCarriersList() throws Exception {
    var person = people.with("phone", People.number("74"));
    long id = queued(person, Channel.SMS);
    work();
    assertEquals("sending", view(id).state());
    until(id, LEFT, true);
    var booked = carriers.bookOf(person.addresses().getFirst().value());
    assertEquals(1, booked.size());
    assertEquals(booked.getFirst().sid(), view(id).providerId());
    assertTrue(view(id).reasons().stream().anyMatch(r -> r.code().equals(Reasons.FOUND_AT_CARRIER)));
  }

  @Test
  void anUnreadableAnswerIsNoReasonToSendAgain() throws Exception {
    var person = people.with("phone", People.number("76"));
    long id = queued(person, Channel.SMS);
    work();
    until(id, LEFT, true);
    assertEquals(1, carriers.bookOf(person.addresses().getFirst().value()).size());
  }

  @Test
  void whatNeverReachedTheCarrierIsSentAfterAll() throws Exception {
    carriers.change("lostRequestEvery", 1);
    var person = people.withPhone();
    long id = queued(person, Channel.SMS);
    work();
    assertEquals("sending", view(id).state());
    carriers.reset();
    until(id, LEFT, true);
    assertEquals(1, carriers.bookOf(person.addresses().getFirst().value()).size());
    assertTrue(view(id).reasons().stream().anyMatch(r -> r.code().equals(Reasons.NEVER_LEFT)));
  }

  @Test
  void aServersErrorIsSettledBeforeItIsTriedAgain() throws Exception {
    var person = people.with("phone", People.number("72"));
    long id = queued(person, Channel.SMS);
    until(id, LEFT, true);
    assertEquals(1, carriers.bookOf(person.addresses().getFirst().value()).size());
  }

  /** Claims as a node would that is dead the moment after. */
  private List<Decision.Send> claimedByADeadNode(long id) {
    long boot = ids.next();
    laneRepository.boot(boot, "node-that-died", clock.instant().minusSeconds(3600));
    var sender = senders.find("sms-1").orElseThrow();
    var sends = claims.take(decisions.about(rows.find(List.of(id)), sender, clock.instant()), sender, boot, "node-that-died")
        .sends();
    laneRepository.release("sms-1", boot, clock.instant());
    assertEquals("sending", view(id).state());
    return sends;
  }

  @Test
  void aNodeThatDiesBetweenCommitAndCallLosesNothing() throws Exception {
    var person = people.withPhone();
    long id = queued(person, Channel.SMS);
    assertEquals(1, claimedByADeadNode(id).size());
    until(id, LEFT, true);
    assertEquals(1, carriers.bookOf(person.addresses().getFirst().value()).size());
  }

  @Test
  void aNodeThatDiesAfterTheCallSendsNothingTwice() throws Exception {
    var person = people.withPhone();
    long id = queued(person, Channel.SMS);
    var send = claimedByADeadNode(id).getFirst();
    assertInstanceOf(SendOutcome.Accepted.class, adapters.of(Channel.SMS).send(senders.find("sms-1").orElseThrow(),
        send.outgoing()));
    until(id, LEFT, true);
    assertEquals(1, carriers.bookOf(person.addresses().getFirst().value()).size());
  }

  @Test
  void twoEqualTextsToOnePersonAreNotTakenForOneAnother() throws Exception {
    var person = people.withPhone();
    long first = queued(person, Channel.SMS);
    work();
    long second = queued(person, Channel.SMS);
    claimedByADeadNode(second);
    until(second, LEFT, true);
    assertEquals(2, carriers.bookOf(person.addresses().getFirst().value()).size());
    assertTrue(!view(first).providerId().equals(view(second).providerId()));
  }

  @Test
  void aReceiptIsEvidenceToo() {
    var person = people.withPhone();
    long id = queued(person, Channel.SMS);
    claimedByADeadNode(id);
    assertEquals(Receipt.Effect.APPLIED, receipts.apply(new Receipt(id, "SM" + "a".repeat(32), "delivered", null,
        clock.instant())));
    evidence.settle();
    assertEquals("delivered", view(id).state());
    assertEquals(0, carriers.bookOf(person.addresses().getFirst().value()).size());
  }

  @Test
  void aMailWhoseFinalReplyWasNotSeenIsHeldForAnOfficer() throws Exception {
    carriers.mail().change(new MailFaults.Change(null, null, null, null, 1, null, null));
    var address = "ana" + System.nanoTime() + "@example.org";
    long id = queued(people.with("email", address), Channel.EMAIL);
    work("email-1");
    assertEquals("sending", view(id).state());
    until(id, List.of("held"), false);
    assertEquals(Reasons.UNCERTAIN, view(id).reason());
    assertEquals(1, carriers.mailsTo(address).size());
    carriers.reset();
    assertTrue(outbox.decide(id, false));
    assertEquals("cancelled", view(id).state());
  }

  @Test
  void twoNodesNeverTakeTheSameMessage() throws Exception {
    var person = people.withPhone();
    var queued = new ArrayList<Long>();
    for (int i = 0; i < 60; i++) {
      queued.add(queued(person, Channel.SMS));
    }
    var takings = queued.stream().map(id -> new SendingRepository.Taking(id, null, 1, null)).toList();
    var taken = new ConcurrentLinkedQueue<Long>();
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int node = 1; node <= 8; node++) {
        long claim = -node;
        nodes.submit(() -> taken.addAll(sending.claim(takings, claim, clock.instant())));
      }
    }
    assertEquals(60, taken.size());
    assertEquals(60, Set.copyOf(taken).size());
    try (var connection = TestServer.connect(); var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE message SET state = 'CANCELLED', claim = NULL WHERE claim < 0");
    }
  }
}
