package org.enlacehub.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.sandbox.twilio.Waiting;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;

/** Rate, shares, priorities, holds and fallback of lanes. */
@MicronautTest(transactional = false)
class LaneTest extends SendsByStandIns {
  private static final int RATE = 10;
  @Inject MessageRepository rows;
  @Inject LaneRepository laneRepository;
  @Inject Fallbacks fallbacks;
  @Inject Receipts receipts;
  @Inject Clock clock;

  private void work() {
    work("sms-1");
  }

  private long queued(String number) {
    var person = people.with("phone", number);
    return outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Hola")).by(Channel.SMS).with(Purpose.SERVICE,
        Priority.SERVICE, Quiet.NONE));
  }

  @Test
  void theCarrierNeverSeesMoreThanTheRateInAnySecond() {
    var numbers = new ArrayList<String>();
    for (int i = 0; i < 25; i++) {
      numbers.add(People.number());
      queued(numbers.getLast());
    }
    // Two turns, as two firings of the job: the rate holds across them.
    work();
    numbers.add(People.number());
    queued(numbers.getLast());
    work();
    var arrivals = numbers.stream().flatMap(n -> carriers.bookOf(n).stream()).map(m -> m.arrivedNanos()).sorted().toList();
    assertEquals(26, arrivals.size());
    for (int i = RATE; i < arrivals.size(); i++) {
      long window = arrivals.get(i) - arrivals.get(i - RATE);
      assertTrue(window >= Duration.ofSeconds(1).toNanos(), "message " + i + " came " + window + " ns after the one " + RATE
          + " before it");
    }
  }

  @Test
  void campaignsShareALaneAndUrgentOnesGoFirst() throws Exception {
    var person = people.withPhone();
    long content = outbox.saveContent(Content.text("es", "Hola"), Quiet.NONE);
    var old = row(person.id(), content, 0, Priority.INFORMATION).createdAt();
    for (long campaign : new long[] {501, 502, 503}) {
      var many = new ArrayList<MessageRow>();
      for (int i = 0; i < 40; i++) {
        var row = row(person.id(), content, campaign, Priority.INFORMATION);
        many.add(row);
      }
      rows.insert(many);
    }
    var feed = new LaneFeed("shares", rows, laneRepository, clock);
    assertEquals(Map.of(501L, 10L, 502L, 10L, 503L, 10L), byFlow(feed.next(30)));
    outbox.hold(502, "paused");
    assertEquals(Map.of(501L, 15L, 503L, 15L), byFlow(feed.next(30)));
    outbox.release(502);
    rows.insert(List.of(row(person.id(), content, 0, Priority.REPLY)));
    var next = feed.next(10);
    assertEquals(Priority.REPLY, next.getFirst().priority());
    assertEquals(10, next.size());
    assertTrue(old.isBefore(clock.instant()));
    try (var connection = TestServer.connect(); var statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM message WHERE lane = 'shares'");
    }
  }

  private static Map<Long, Long> byFlow(List<MessageRow> batch) {
    return batch.stream().collect(Collectors.groupingBy(MessageRow::flow, Collectors.counting()));
  }

  private long nextId = 1_000_000_000_000L;

  private MessageRow row(long contact, long content, long flow, Priority priority) {
    var now = clock.instant();
    return new MessageRow(nextId++, contact, null, content, Channel.SMS, "shares", MessageState.QUEUED, priority, flow, now, null,
        Purpose.SERVICE, null, null, 0, null, null, "es", "US", null, List.of(), null, 0, null, null, null, null, null, now,
        null);
  }

  @Test
  void aRefusedAddressGoesToTheNextChannel() {
    var mail = "luis" + System.nanoTime() + "@example.org";
    var person = people.with("phone", People.number("60"), "email", mail);
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Hola")).by(Channel.SMS, Channel.EMAIL)
        .with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
    work();
    assertEquals("failed", view(id).state());
    work("email-1");
    assertEquals(1, carriers.mailsTo(mail).size());
  }

  @Test
  void withoutADeliveryInTimeTheNextChannelIsTriedAndCalledBackWhenTheFirstArrives() throws Exception {
    var mail = "eva" + System.nanoTime() + "@example.org";
    var person = people.with("phone", People.number(), "email", mail);
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Hola")).by(Channel.SMS, Channel.EMAIL)
        .fallbackAfter(Duration.ofSeconds(1)).with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
    work();
    Waiting.until(() -> fallbacks.sweep(10) > 0);
    var child = messages.ofContact(person.id(), null, 1, ALL).getFirst();
    assertEquals("email", child.channel());
    assertEquals(Long.toString(id), child.parentId());
    var parent = view(id);
    receipts.apply(new Receipt(id, parent.providerId(), "delivered", null, clock.instant()));
    assertEquals("cancelled", messages.find(Long.parseLong(child.id()), ALL).orElseThrow().state());
    work("email-1");
    assertEquals(0, carriers.mailsTo(mail).size());
  }

  @Test
  void anEarlierDeliveryNeedsNoFallback() throws Exception {
    var person = people.with("phone", People.number(), "email", "sol" + System.nanoTime() + "@example.org");
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Hola")).by(Channel.SMS, Channel.EMAIL)
        .fallbackAfter(Duration.ZERO).with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
    work();
    receipts.apply(new Receipt(id, view(id).providerId(), "delivered", null,
        clock.instant()));
    fallbacks.sweep(100);
    assertEquals(1, messages.ofContact(person.id(), null, 10, ALL).size());
  }
}
