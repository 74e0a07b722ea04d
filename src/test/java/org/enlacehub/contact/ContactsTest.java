package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.account.Role;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsTest implements TestDatabase {
  private static final Actor ADMIN = new Actor(1, "Ana", Set.of(Role.ADMINISTRATOR), null);
  private static final Actor CHICAGO = new Actor(2, "Luis", Set.of(Role.OFFICER), "GT-US-CHI");
  private static final Origin STAFF = Origin.staff(ADMIN, "test");
  private static final DeskScope ALL = new DeskScope.All();
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject Consents consents;
  @Inject Recipients recipients;
  @Inject Suppressions suppressions;

  private ContactDraft draft(String... pairs) {
    var values = new java.util.HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
    var reading = reader.read(values, null);
    assertEquals(java.util.List.of(), reading.flaws());
    return reading.draft();
  }

  private Contact created(ContactDraft draft) {
    return assertInstanceOf(SaveOutcome.Saved.class, contacts.create(draft, STAFF)).contact();
  }

  @Test
  void whatIsStoredComesBack() {
    var made = created(draft("external_id", "A-1", "name", "María Xol", "phone", "213 555 0101", "whatsapp", "+1 213-555-0101", "email",
        "Maria@Example.ORG", "country", "Estados Unidos", "area", "California", "language", "spa", "tags", "Feria, nueva", "consent",
        "service information", "passport_expires", "2027-03-01", "household_size", "4", "needs_interpreter", "si", "dpi_number", "123"));
    var found = contacts.find(made.id(), ALL).orElseThrow();
    // Six digits of a second are kept.
    assertEquals(made.addresses(), found.addresses());
    assertEquals(Map.of("passport_expires", "2027-03-01", "household_size", "4", "needs_interpreter", "true", "dpi_number", "123"),
        found.attributes());
    assertEquals("US-CA", found.place().area());
    assertEquals("America/Los_Angeles", found.timezone());
    assertEquals("es", found.language());
    assertEquals(Set.of("feria", "nueva"), found.tags());
    assertEquals(2, found.addresses().size());
    assertTrue(found.addresses().getFirst().canSms() && found.addresses().getFirst().canWhatsapp());
    assertEquals(found.id(), contacts.findByAddress(AddressKind.EMAIL, "maria@example.org").orElseThrow().id());
    var recipient = recipients.read(found.id()).orElseThrow();
    assertEquals("+12135550101", recipient.destination(Channel.SMS, Purpose.INFORMATION).orElseThrow().address().value());
    assertTrue(recipient.destination(Channel.EMAIL, Purpose.EMERGENCY).isPresent());
  }

  @Test
  void oneAddressBelongsToOneContact() {
    var first = created(draft("name", "Ana", "phone", "+12135550102"));
    var outcome = contacts.create(draft("name", "Berta", "phone", "+1 213 555 0102"), STAFF);
    assertEquals(new SaveOutcome.Taken("phone", first.id()), outcome);
  }

  @Test
  void theSecondEditorIsToldAndNothingIsOverwritten() {
    var made = created(draft("name", "Carlos", "phone", "+12135550103"));
    var first = contacts.update(made.id(), 1, draft("name", "Carlos Uno", "phone", "+12135550103"), STAFF);
    assertEquals(2, assertInstanceOf(SaveOutcome.Saved.class, first).contact().version());
    var second = contacts.update(made.id(), 1, draft("name", "Carlos Dos", "phone", "+12135550103"), STAFF);
    assertEquals("Carlos Uno", assertInstanceOf(SaveOutcome.Conflict.class, second).current().name());
    assertEquals("Carlos Uno", contacts.find(made.id(), ALL).orElseThrow().name());
  }

  @Test
  void replacingKeepsTheAddressAndItsConsentAndDropsWhatIsNotNamed() {
    var made = created(draft("name", "Diego", "phone", "+12135550104", "email", "d@example.org", "consent", "information", "country", "US",
        "area", "CA", "tags", "uno,dos", "household_size", "3"));
    var phone = made.addresses().getFirst();
    var after = assertInstanceOf(SaveOutcome.Saved.class, contacts.update(made.id(), 1,
        draft("name", "Diego", "phone", "+12135550104", "country", "US", "area", "IL", "tags", "dos,tres"), STAFF)).contact();
    assertEquals(phone.id(), after.addresses().getFirst().id());
    assertTrue(after.addresses().getFirst().consent().isGranted(Channel.SMS, Purpose.INFORMATION));
    var found = contacts.find(made.id(), ALL).orElseThrow();
    assertEquals(after.addresses(), found.addresses());
    assertEquals(Set.of("dos", "tres"), found.tags());
    assertEquals(Map.of(), found.attributes());
    assertEquals("GT-US-CHI", found.consulate());
    assertEquals("America/Chicago", found.timezone());
    assertEquals("GT-US-CHI", contacts.find(made.id(), CHICAGO.scope()).orElseThrow().consulate());
  }

  @Test
  void anOfficerSeesOnlyTheirOwnConsulatesPeople() {
    var made = created(draft("name", "Elena", "phone", "+13055550105", "country", "US", "area", "US-FL"));
    assertTrue(contacts.find(made.id(), CHICAGO.scope()).isEmpty());
    assertEquals(new SaveOutcome.Missing(), contacts.update(made.id(), 1, draft("name", "x", "phone", "+13055550105"),
        Origin.staff(CHICAGO, "test")));
  }

  @Test
  void sendingBackWhatOneReadUndoesNoWithdrawal() {
    var made = created(draft("name", "Gina", "phone", "+12135550107", "email", "g@example.org", "consent", "service information"));
    var phone = made.addresses().getFirst();
    consents.withdraw(phone.id(), EnumSet.allOf(Channel.class), EnumSet.of(Purpose.INFORMATION), Origin.person("sms"), "ya no");
    contacts.update(made.id(), 1, draft("name", "Gina Paz", "phone", "+12135550107", "email", "g@example.org", "consent",
        "service information"), STAFF);
    assertTrue(!consents.mayReceive(phone.id(), Channel.SMS, Purpose.INFORMATION));
    contacts.update(made.id(), 2, draft("name", "Gina Paz", "phone", "+12135550107", "email", "g@example.org", "consent", "service"), STAFF);
    assertTrue(!consents.mayReceive(made.addresses().getLast().id(), Channel.EMAIL, Purpose.INFORMATION));
    assertTrue(consents.mayReceive(phone.id(), Channel.SMS, Purpose.SERVICE));
  }

  @Test
  void withdrawalWinsAndStopSilencesTheAddress() {
    var made = created(draft("name", "Fito", "phone", "+12135550106", "consent", "service information"));
    var phone = made.addresses().getFirst();
    consents.withdraw(phone.id(), EnumSet.of(Channel.SMS), EnumSet.of(Purpose.INFORMATION), Origin.person("reply"), "ya no");
    consents.grant(phone.id(), EnumSet.of(Channel.SMS), EnumSet.of(Purpose.INFORMATION), Origin.file(ADMIN, "import:1"), null);
    var recipient = recipients.read(made.id()).orElseThrow();
    assertEquals("consent-withdrawn", recipient.destinations().getFirst().reason(Channel.SMS, Purpose.INFORMATION));
    assertEquals("channel-impossible", recipient.destinations().getFirst().reason(Channel.WHATSAPP, Purpose.INFORMATION));
    consents.grant(phone.id(), EnumSet.of(Channel.SMS), EnumSet.of(Purpose.INFORMATION), Origin.person("reply"), "sí quiero");
    assertTrue(consents.mayReceive(phone.id(), Channel.SMS, Purpose.INFORMATION));
    consents.stop(AddressKind.PHONE, "+12135550106", Set.of(Channel.SMS), Origin.person("sms"), "ALTO");
    assertEquals("suppressed", recipients.destination(phone.id()).orElseThrow().reason(Channel.SMS, Purpose.SERVICE));
    consents.start(AddressKind.PHONE, "+12135550106", Set.of(Channel.SMS), Origin.person("sms"), "START");
    assertEquals("ok", recipients.destination(phone.id()).orElseThrow().reason(Channel.SMS, Purpose.SERVICE));
  }
}
