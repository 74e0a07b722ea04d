package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpkeepTest implements TestDatabase {
  private static final Origin STAFF = Origin.staff(Actor.system("test"), "test");
  @Inject Contacts contacts;
  @Inject Upkeep upkeep;
  @Inject Duplicates duplicates;

  @Test
  void whoWasStoredBeforeNamesWereComparedIsFoundAsADuplicateToo() throws Exception {
    var ids = new ArrayList<Long>();
    for (var name : List.of("Tomasa Ixchop", "IXCHOP, Tomása", "Tomasa")) {
      var draft = ContactDraft.builder().externalId("n" + name).name(name).birthYear(1970).build();
      ids.add(((SaveOutcome.Saved) contacts.create(draft, STAFF)).contact().id());
    }
    try (var connection = TestServer.connect(); var statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM contact_full_name");
    }
    duplicates.search();
    assertEquals(List.of(), duplicates.page(new DeskScope.All(), 0, 0, 10));

    assertEquals(2, upkeep.nameFully());
    assertEquals(0, upkeep.nameFully());
    duplicates.search();
    assertEquals(List.of(ids.subList(0, 2)), duplicates.page(new DeskScope.All(), 0, 0, 10).stream()
        .map(pair -> List.of(pair.first().id(), pair.second().id())).toList());
  }

  @Test
  void whenTheDistrictsChangedEverybodyGetsTheirMissionAgain() throws Exception {
    var expected = new ArrayList<String>();
    var ids = new ArrayList<Long>();
    int n = 0;
    for (var place : List.of(Place.of("US", "US-IL"), new Place("US", "US-CA", null, "San Francisco", null, 37.77, -122.42),
        new Place("US", "US-CA", null, "Los Angeles", null, 34.05, -118.24), Place.of("US", null), Place.of("GT", null))) {
      var draft = ContactDraft.builder().externalId("u" + n++).place(place).build();
      var made = ((SaveOutcome.Saved) contacts.create(draft, STAFF)).contact();
      ids.add(made.id());
      expected.add(String.valueOf(made.consulate()));
    }
    assertEquals("GT-US-CHI", expected.getFirst());
    try (var connection = TestServer.connect(); var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE contact SET consulate = 'XX-OLD'");
    }
    assertEquals(5, upkeep.reassign());
    assertEquals(0, upkeep.reassign());
    assertEquals(expected, ids.stream().map(id -> String.valueOf(contacts.find(id, new DeskScope.All()).orElseThrow().consulate())).toList());
    assertEquals(0, upkeep.rewrap(), "every key is under the current master key");
  }
}
