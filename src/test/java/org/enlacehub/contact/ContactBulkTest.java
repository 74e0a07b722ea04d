package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.UpsertResult.Created;
import org.enlacehub.contact.UpsertResult.Rejected;
import org.enlacehub.contact.UpsertResult.Unchanged;
import org.enlacehub.contact.UpsertResult.Updated;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactBulkTest implements TestDatabase {
  private static final Origin FILE = Origin.file(Actor.system("test"), "import:1");
  @Inject ContactBulk bulk;
  @Inject Contacts contacts;

  private static ContactDraft.Builder named(String name, String phone) {
    var draft = ContactDraft.builder().name(name);
    if (phone != null) draft.address(AddressDraft.phone(Phones.parse(phone, "US").orElseThrow(), false));
    return draft;
  }

  private List<UpsertResult> upsert(ContactDraft.Builder... drafts) {
    return bulk.upsertAll(java.util.Arrays.stream(drafts).map(ContactDraft.Builder::build).toList(), UpsertMode.UPSERT, FILE);
  }

  @Test
  void theSameRowsAgainChangeNothing() {
    var drafts = new ArrayList<ContactDraft>();
    for (int i = 0; i < 2_500; i++) {
      drafts.add(named("Persona Número " + i, "+1213556" + String.format("%04d", i)).externalId("ext-" + i).language("es")
          .place(Place.of("US", "US-CA")).tag("uno").attribute("passport_expires", "2027-01-01").consent(Purpose.SERVICE).build());
    }
    var first = bulk.upsertAll(drafts, UpsertMode.UPSERT, FILE);
    assertTrue(first.stream().allMatch(r -> r instanceof Created));
    var again = bulk.upsertAll(drafts, UpsertMode.UPSERT, FILE);
    assertTrue(again.stream().allMatch(r -> r instanceof Unchanged), again.getFirst().toString());
  }

  @Test
  void whatARowLacksIsLeftAsItWas() {
    var made = assertInstanceOf(Created.class, upsert(named("Ana Tum", "+12135550131").language("mam").tag("uno")).getFirst());
    var results = upsert(named("Ana Tum", "+12135550131").address(AddressDraft.email("ana@example.org")).tag("dos").birthYear(1980));
    assertEquals(List.of(new Updated(made.contactId())), results);
    var found = contacts.find(made.contactId(), new DeskScope.All()).orElseThrow();
    assertEquals("mam", found.language());
    assertEquals(2, found.addresses().size());
    assertEquals(java.util.Set.of("uno", "dos"), found.tags());
    assertEquals(2, found.version());
  }

  @Test
  void aFamilyThatSharesATelephoneIsNotMixedUp() {
    var results = upsert(named("María López", "+12135550132"), named("José López", "+12135550132"), named("Maria Lopez Tum", "+12135550132"),
        named(null, "+12135550132"));
    var maria = assertInstanceOf(Created.class, results.get(0)).contactId();
    assertEquals(new Rejected("phone", "other-person"), results.get(1));
    assertEquals(new Updated(maria), results.get(2));
    assertEquals(new Unchanged(maria), results.get(3));
  }

  @Test
  void modesAndContradictionsAreTold() {
    var one = named("Uno", "+12135550133").externalId("m-1").build();
    var two = named("Dos", "+12135550134").externalId("m-2").build();
    bulk.upsertAll(List.of(one, two), UpsertMode.UPSERT, FILE);
    assertEquals(List.of(new Rejected("phone", "exists")), bulk.upsertAll(List.of(one), UpsertMode.ADD, FILE));
    assertEquals(List.of(new Rejected("phone", "unknown")),
        bulk.upsertAll(List.of(named("Nadie", "+12135550135").build()), UpsertMode.UPDATE, FILE));
    assertEquals(new Rejected("phone", "taken"), upsert(named("Uno", "+12135550134").externalId("m-1")).getFirst());
    assertEquals(new Rejected("phone", "taken"), upsert(named("Tres", "+12135550134").externalId("m-3")).getFirst());
    assertEquals(new Rejected("phone", "no-identity"), upsert(ContactDraft.builder().name("Sin nada")).getFirst());
  }

  @Test
  void twoImportsOfOneFileAtOnceMakeEachPersonOnce() throws Exception {
    var drafts = new ArrayList<ContactDraft>();
    for (int i = 0; i < 300; i++) drafts.add(named("Gemela " + i, "+1213557" + String.format("%04d", i)).build());
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> imports = () -> {
        int made = 0;
        for (int from = 0; from < 300; from += 100) {
          while (true) {
            try {
              made += (int) bulk.upsertAll(drafts.subList(from, from + 100), UpsertMode.UPSERT, FILE).stream()
                  .filter(r -> r instanceof Created).count();
              break;
            } catch (ChangedMeanwhile e) {
              // Rolled back whole; the second reading finds what the other wrote.
            }
          }
        }
        return made;
      };
      int made = 0;
      for (var run : nodes.invokeAll(List.of(imports, imports))) made += run.get();
      assertEquals(300, made);
    }
    try (var connection = TestServer.connect(); var rows = connection.createStatement().executeQuery(
        "SELECT COUNT(*) FROM contact c WHERE NOT EXISTS (SELECT 1 FROM contact_address a WHERE a.contact_id = c.id)")) {
      assertTrue(rows.next());
      assertEquals(0, rows.getInt(1), "nobody was made without an address");
    }
  }
}
