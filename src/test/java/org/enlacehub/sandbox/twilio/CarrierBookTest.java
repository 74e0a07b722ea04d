package org.enlacehub.sandbox.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarrierBookTest {
  private final CarrierBook book = new CarrierBook(3000, 100, new BookJournal(inFolder(null)), Clock.systemUTC());

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

  @Test
  void inAFolderTheBookOutlivesItsProcess(@TempDir Path folder) throws IOException {
    var journal = new BookJournal(inFolder(folder.toString()));
    var before = new CarrierBook(3000, 100, journal, Clock.systemUTC());
    var delivered = before.append(draft("+12135550101", "uno"), Status.QUEUED);
    before.advance(delivered, Status.DELIVERED, 0);
    var queued = before.append(draft("+12135550101", "dos"), Status.QUEUED);
    journal.close();
    Files.writeString(folder.resolve("book.jsonl"), "{\"n\": 2, \"half", StandardOpenOption.APPEND);

    var after = new CarrierBook(3000, 100, new BookJournal(inFolder(folder.toString())), Clock.systemUTC());
    assertEquals(Status.DELIVERED, after.find(delivered.sid()).orElseThrow().status());
    assertEquals("dos", after.find(queued.sid()).orElseThrow().details().body());
    assertEquals(2, after.append(draft("+12135550102", "tres"), Status.QUEUED).number());
  }

  private static SandboxSettings inFolder(String folder) {
    return new SandboxSettings(null, folder, 3000, 100, 0, 0, 10, 1000);
  }

  private static Draft draft(String to, String body) {
    return new Draft(false, "+15005550006", to, text(body));
  }

  private static Details text(String body) {
    return new Details(body, List.of(), List.of(), null, null, null, null, null);
  }
}
