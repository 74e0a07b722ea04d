package org.enlacehub.sandbox.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarrierBookTest {
  private final CarrierBook book = new CarrierBook(3000, 100, Clock.systemUTC());

  @Test
  void forgetsTheOldestFirstAndTextsEarlier() {
    var all = new ArrayList<BookedMessage>();
    for (int i = 0; i < 5000; i++) {
      all.add(book.append(draft("+1213555" + (i % 10), "text " + i), Status.QUEUED));
    }
    assertTrue(book.find(all.get(1999).sid()).isEmpty());
    assertEquals("", book.find(all.get(2000).sid()).orElseThrow().details().body());
    assertEquals("text 4999", book.find(all.get(4999).sid()).orElseThrow().details().body());
    assertEquals(300, book.conversation("+12135553", 10_000).size());
    assertEquals(10, book.recentPersons(50).size());
    assertEquals("+12135559", book.recentPersons(50).iterator().next());
  }

  @Test
  void aConversationIsInTheOrderOfArrival() {
    book.append(draft("+12135550101", "uno"), Status.QUEUED);
    book.append(draft("+12135550102", "otra persona"), Status.QUEUED);
    book.append(new Draft(true, "+12135550101", "+15005550006", text("dos")), Status.RECEIVED);
    assertEquals(List.of("uno", "dos"), book.conversation("+12135550101", 10).stream().map(m -> m.details().body()).toList());
  }

  @Test
  void aStateNeverGoesBack() {
    var message = book.append(draft("+12135550101", "x"), Status.QUEUED);
    assertTrue(book.advance(message, Status.DELIVERED, 0));
    assertEquals(false, book.advance(message, Status.SENT, 0));
    assertEquals(Status.DELIVERED, message.status());
  }

  private static Draft draft(String to, String body) {
    return new Draft(false, "+15005550006", to, text(body));
  }

  private static Details text(String body) {
    return new Details(body, List.of(), List.of(), null, null, null, null, null);
  }
}
