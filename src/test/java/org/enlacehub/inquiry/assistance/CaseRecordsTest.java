package org.enlacehub.inquiry.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Erasure;
import org.enlacehub.contact.Origin;
import org.enlacehub.inquiry.Inquirers;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case records: what may be written, by whom, what happens when two write, and that nothing is left of an erased person. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseRecordsTest implements TestDatabase {
  @Inject Inquirers inquirers;
  @Inject CaseRecords records;
  @Inject Erasure erasure;
  private Staff officer;
  private Staff colleague;
  private Contact person;
  private Inquiry matter;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  @BeforeAll
  void officers() {
    officer = inquirers.officer("GT-US-LAX");
    colleague = inquirers.officer("GT-US-LAX");
  }

  @BeforeEach
  void aMatter() {
    person = inquirers.person();
    matter = inquirers.writes(person, Inquirers.PASSPORT);
  }

  private CaseWriting write(String kind, Map<String, String> values) {
    return records.add(matter.id(), officer.actor(), new CaseDraft(kind, values, null, null));
  }

  private CaseItem written(CaseWriting writing) {
    return assertInstanceOf(CaseWriting.Written.class, writing).item();
  }

  private CaseItem task(String what, String due) {
    return written(records.add(matter.id(), officer.actor(), new CaseDraft("TASK", Map.of("what", what), due, officer.id())));
  }

  private List<CaseItem> record() {
    return records.of(matter.id(), officer.actor()).orElseThrow();
  }

  @Test
  void anEntryIsReadAsItWasWritten() {
    written(write("PERSON", Map.of("name", "  Qʼeqchiʼ Xol ", "relation", "child", "born", "2015-03-02", "invented", "no")));
    var read = record().getFirst();
    assertEquals("Qʼeqchiʼ Xol", read.value("name"));
    assertEquals("", read.value("invented"));
    assertEquals(officer.id(), read.writtenBy());
  }

  @ParameterizedTest(name = "{0} {1}={2}: {3}")
  @CsvSource(textBlock = """
      PERSON,     name,     '',         missing
      PERSON,     born,     31/12/2020, date
      PERSON,     relation, enemy,      unknown
      FACILITY,   type,     castle,     unknown
      REFERRAL,   reason,   '   ',      missing
      SPACESHIP,  kind,     x,          unknown
      """)
  void whatIsWrongIsSaidByField(String kind, String field, String value, String flaw) {
    var values = new HashMap<>(Map.of("name", "Ana", "relation", "self", "type", "hospital", "notification", "unknown", "partner", "ONG",
        "service", "legal", "consent", "given", "state", "proposed", "reason", "porque"));
    values.put(field, value);
    assertEquals(Map.of(field, flaw), assertInstanceOf(CaseWriting.Flawed.class, write(kind, values)).flaws());
    assertEquals(List.of(), record());
  }

  @Test
  void theSecondOfTwoWhoChangeTheSameIsTold() {
    var item = written(write("PERSON", Map.of("name", "Ana", "relation", "self")));
    var draft = new CaseDraft("PERSON", Map.of("name", "Ana María", "relation", "self"), null, null);
    written(records.change(matter.id(), item.id(), 0, colleague.actor(), draft));
    assertInstanceOf(CaseWriting.Stale.class, records.change(matter.id(), item.id(), 0, officer.actor(), draft));
    written(records.change(matter.id(), item.id(), 1, officer.actor(), draft));
    written(records.remove(matter.id(), item.id(), officer.actor()));
    assertInstanceOf(CaseWriting.NotHere.class, records.change(matter.id(), item.id(), 2, officer.actor(), draft));
  }

  @Test
  void tasksAreListedByTheirDayUntilTheyAreDone() {
    var later = task("llamar al hospital", "2027-03-01");
    var sooner = task("pedir el expediente", "2027-02-01");
    var mine = records.openTasks(officer.actor(), true, 10).stream().filter(t -> t.item().inquiryId() == matter.id()).toList();
    assertEquals(List.of("pedir el expediente", "llamar al hospital"), mine.stream().map(t -> t.item().value("what")).toList());
    assertEquals(List.of(), records.openTasks(colleague.actor(), true, 10));
    int due = records.dueTasks(officer.actor(), LocalDate.parse("2027-02-01"));
    written(records.done(matter.id(), sooner.id(), officer.actor(), true));
    assertEquals(due - 1, records.dueTasks(officer.actor(), LocalDate.parse("2027-02-01")));
    assertTrue(records.openTasks(officer.actor(), false, 10).stream().anyMatch(t -> t.item().id() == later.id()));
    assertEquals(List.of(), records.openTasks(inquirers.officer("GT-US-HOU").actor(), false, 10), "another desk has none of them");
  }

  @Test
  void aTaskIsOnlyGivenToWhoSeesTheCase() {
    var elsewhere = inquirers.officer("GT-US-HOU");
    var flaws = records.add(matter.id(), officer.actor(), new CaseDraft("TASK", Map.of("what", "x"), "ayer", elsewhere.id()));
    assertEquals(Map.of("staffId", "notAtDesk", "dueOn", "date"), assertInstanceOf(CaseWriting.Flawed.class, flaws).flaws());
  }

  @Test
  void nothingIsLeftOfAnErasedPerson() throws SQLException {
    written(write("PERSON", Map.of("name", "Palabrasecreta", "relation", "self")));
    task("Palabrasecreta", "2027-02-01");
    assertFalse(rows().isEmpty());
    rows().forEach(row -> assertFalse(row.contains("Palabrasecreta"), "sealed while it lives"));
    assertTrue(erasure.erase(person.id(), Origin.staff(Actor.system("test"), "test")));
    assertEquals(List.of(), rows());
    assertEquals(List.of(), records.openTasks(officer.actor(), false, 100).stream().filter(t -> t.item().inquiryId() == matter.id()).toList());
    assertInstanceOf(CaseWriting.NotHere.class, write("PERSON", Map.of("name", "Ana", "relation", "self")));
  }

  private List<String> rows() throws SQLException {
    var all = new java.util.ArrayList<String>();
    try (var connection = TestServer.connect(); var s = connection.createStatement();
        var rows = s.executeQuery("SELECT sealed FROM case_item WHERE inquiry_id = " + matter.id())) {
      while (rows.next()) {
        all.add(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }
}
