package org.enlacehub.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Purpose;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts come in any order and any number; a message never goes back. */
@MicronautTest(transactional = false)
class ReceiptsTest extends SendsByStandIns {
  @Inject Receipts receipts;
  @Inject SendingRepository sending;
  @Inject Clock clock;

  private String sid(long id) {
    return "SM" + "%032x".formatted(id);
  }

  private long sending(Contact person) {
    long id = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Hola")).by(Channel.SMS).ofCampaign(7)
        .with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
    sending.claim(List.of(new SendingRepository.Taking(id, null, 1, null)), 1, clock.instant());
    return id;
  }

  private long sent(Contact person) {
    long id = sending(person);
    sending.accepted(Map.of(id, sid(id)), 1, clock.instant());
    return id;
  }

  private String state(long id) {
    return view(id).state();
  }

  private Receipt.Effect told(long id, String status) {
    return receipts.apply(new Receipt(id, sid(id), status, status.endsWith("ed") && !status.equals("delivered") ? "30003" : null,
        clock.instant()));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(textBlock = """
      queued sent delivered read,   read
      read delivered sent queued,   read
      delivered sent,               delivered
      delivered undelivered,        delivered
      undelivered delivered,        delivered
      failed sent,                  failed
      sent undelivered sent,        undelivered
      undelivered failed,           undelivered
      sent sent sent,               sent
      delivered delivered,          delivered
      read undelivered delivered,   read
      DELIVERED,                    delivered
      """)
  void anyOrderGivesTheSameEnd(String order, String end) {
    var person = people.withPhone();
    // Once with the carrier's id known, once with the receipt quicker than the answer of the call.
    for (long id : new long[] {sent(person), sending(person)}) {
      for (var status : order.split(" ")) {
        told(id, status);
      }
      assertEquals(end, state(id));
      assertEquals(sid(id), view(id).providerId());
    }
  }

  @Test
  void whatIsForgedOrUnknownChangesNothing() {
    var person = people.withPhone();
    long sent = sent(person);
    long queued = outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Hola")).by(Channel.SMS));
    assertEquals(Receipt.Effect.FOREIGN_ID, receipts.apply(new Receipt(sent, "SM" + "f".repeat(32), "delivered", null,
        clock.instant())));
    assertEquals(Receipt.Effect.FOREIGN_ID, receipts.apply(new Receipt(queued, sid(queued), "delivered", null, clock.instant())));
    assertEquals(Receipt.Effect.UNKNOWN_MESSAGE, receipts.apply(new Receipt(5, sid(5), "delivered", null, clock.instant())));
    assertEquals(Receipt.Effect.UNKNOWN_STATUS, receipts.apply(new Receipt(sent, sid(sent), "received", null, clock.instant())));
    assertEquals("sent", state(sent));
    assertEquals("queued", state(queued));
  }

  @Test
  void anAnswerThatComesAfterItsReceiptTakesNothingBack() {
    long id = sending(people.withPhone());
    told(id, "delivered");
    assertEquals(Set.of(), sending.accepted(Map.of(id, sid(id)), 1, clock.instant()));
    assertEquals("delivered", state(id));
  }

  @Test
  void manyAtOnceAreEachAppliedOnceAndCountedRight() throws Exception {
    var person = people.withPhone();
    var ids = new ArrayList<Long>();
    for (int i = 0; i < 40; i++) {
      ids.add(sent(person));
    }
    var calls = new ArrayList<Callable<Receipt.Effect>>();
    for (var id : ids) {
      for (var status : List.of("sent", "delivered", "delivered", "read")) {
        calls.add(() -> told(id, status));
      }
    }
    Collections.shuffle(calls);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(calls)) {
        done.get();
      }
    }
    ids.forEach(id -> assertEquals("read", state(id)));
    // The counters say what the rows say.
    try (var connection = TestServer.connect(); var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM message WHERE campaign_id = 7 AND state = 'READ'")) {
      rows.next();
      assertEquals(rows.getLong(1), outbox.totals(7).all().read());
    }
  }
}
