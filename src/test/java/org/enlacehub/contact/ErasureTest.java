package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest implements TestDatabase {
  /** What would betray the person anywhere in the database, before and after. */
  private static final List<String> MARKS = List.of("zacarías", "zacarias", "quetzalnombre", "5550141", "marca@ejemplo", "ejemplo.test",
      "secretonota", "referencia-77", "palabrasdichas", "9876543210101", "otronombre");
  private static final Origin STAFF = Origin.staff(Actor.system("test"), "test");
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject Consents consents;
  @Inject Erasure erasure;
  @Inject ContactIntake intake;
  @Inject Recipients recipients;
  @Inject Suppressions suppressions;

  @Test
  void neitherBeforeNorAfterErasureDoesTheDatabaseTellThePerson() throws Exception {
    var values = Map.of("name", "Zacarías Quetzalnombre", "phone", "+12135550141", "email", "marca@ejemplo.test", "note", "secretonota",
        "external_id", "referencia-77", "country", "US", "area", "CA", "city", "Fresno", "consent", "service", "dpi_number", "9876543210101");
    var made = ((SaveOutcome.Saved) contacts.create(reader.read(values, null).draft(), STAFF)).contact();
    var changed = new java.util.HashMap<>(values);
    changed.put("name", "Zacarías Otronombre");
    contacts.update(made.id(), 1, reader.read(changed, null).draft(), STAFF);
    consents.withdraw(made.addresses().getFirst().id(), EnumSet.of(Channel.SMS), EnumSet.of(Purpose.SERVICE), Origin.person("sms"),
        "palabrasdichas");
    assertEquals(List.of(), betrayals());
    byte[] key = bytes("SELECT data_key FROM contact WHERE id = " + made.id());

    assertTrue(erasure.erase(made.id(), STAFF));

    assertEquals(List.of(), betrayals());
    assertFalse(dump().stream().anyMatch(cell -> contains(cell, key)), "the wrapped key is nowhere any more");
    assertTrue(contacts.find(made.id(), new DeskScope.All()).isEmpty());
    assertTrue(contacts.findByAddress(AddressKind.PHONE, "+12135550141").isEmpty());
    assertTrue(recipients.read(made.id()).isEmpty());
    assertEquals("ERASED US US-CA null", text("SELECT CONCAT_WS(' ', state, country, area, COALESCE(city, 'null')) FROM contact WHERE id = "
        + made.id()));
    for (var channel : List.of(Channel.SMS, Channel.WHATSAPP)) {
      assertTrue(suppressions.reason(AddressKind.PHONE, "+12135550141", channel).isPresent(), channel.toString());
    }
    assertFalse(erasure.erase(made.id(), STAFF));
  }

  @Test
  void whoWritesAgainAfterErasureIsANewPersonAndIsAnswered() {
    var first = intake.findOrCreate(AddressKind.PHONE, "+12135550142", Instant.EPOCH, new ContactIntake.Hints(Channel.SMS, null, null));
    erasure.erase(first.contactId(), STAFF);
    var again = intake.findOrCreate(AddressKind.PHONE, "+12135550142", Instant.EPOCH, new ContactIntake.Hints(Channel.SMS, null, null));
    assertTrue(again.created());
    assertTrue(recipients.read(again.contactId()).orElseThrow().destination(Channel.SMS, Purpose.SERVICE).isPresent());
  }

  private static List<String> betrayals() throws Exception {
    return dump().stream().map(cell -> new String(cell, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT)
            + new String(cell, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
        .flatMap(text -> MARKS.stream().filter(text::contains)).toList();
  }

  private static boolean contains(byte[] cell, byte[] part) {
    return new String(cell, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  /** Every cell of every table, as bytes. */
  private static List<byte[]> dump() throws Exception {
    var cells = new ArrayList<byte[]>();
    try (var connection = TestServer.connect(); var statement = connection.createStatement()) {
      var tables = new ArrayList<String>();
      try (var rows = statement.executeQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
          + " AND table_type = 'BASE TABLE'")) {
        while (rows.next()) tables.add(rows.getString(1));
      }
      for (var table : tables) {
        try (var rows = statement.executeQuery("SELECT * FROM `" + table + "`")) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) for (int i = 1; i <= columns; i++) if (rows.getBytes(i) != null) cells.add(rows.getBytes(i));
        }
      }
    }
    return cells;
  }

  private static String text(String sql) throws Exception {
    return new String(bytes(sql), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String sql) throws Exception {
    try (var connection = TestServer.connect(); var rows = connection.createStatement().executeQuery(sql)) {
      assertTrue(rows.next());
      return rows.getBytes(1);
    }
  }
}
