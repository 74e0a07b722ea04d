package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.account.Role;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergesTest implements TestDatabase {
  private static final Actor ADMIN = new Actor(1, "Ana", Set.of(Role.ADMINISTRATOR), null);
  private static final Origin STAFF = Origin.staff(ADMIN, "console");
  private static final DeskScope ALL = new DeskScope.All();
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject ContactKeys keys;
  @Inject Merges merges;
  @Inject Duplicates duplicates;
  @Inject Consents consents;
  @Inject Recipients recipients;
  @Inject Erasure erasure;
  @Inject ContactIntake intake;
  @Inject ContactSearch search;
  @Inject ContactBulk bulk;
  @Inject Timeline timeline;
  @Inject Languages languages;

  private ContactDraft draft(String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
    var reading = reader.read(values, null);
    assertEquals(List.of(), reading.flaws());
    return reading.draft();
  }

  private Contact person(String... pairs) {
    return assertInstanceOf(SaveOutcome.Saved.class, contacts.create(draft(pairs), STAFF)).contact();
  }

  private Contact found(long id) {
    return contacts.find(id, ALL).orElseThrow();
  }

  private long merged(Contact survivor, Contact other) {
    return assertInstanceOf(MergeOutcome.Done.class, merges.merge(survivor.id(), other.id(), STAFF)).mergeId();
  }

  private static Set<String> values(Contact c) {
    return c.addresses().stream().map(Address::value).collect(Collectors.toSet());
  }

  private List<Long> idsFor(String query) {
    return search.page(((FilterLanguage.Reading.Read) search.read(query)).filter(), ALL, Long.MAX_VALUE, 10).stream().map(Contact::id).toList();
  }

  @Test
  void theSurvivorHoldsWhatBothHadAndTheOtherAnswersWithIt() {
    var ana = person("name", "Ana Xol Tum", "phone", "+12135550201", "external_id", "F-1", "tags", "feria", "note", "uno");
    var anita = person("name", "Anita Xol", "email", "ana@fusion.test", "language", "quc", "country", "US", "area", "CA", "birth_year",
        "1980", "external_id", "F-2", "tags", "curso", "note", "dos", "dpi_number", "1234", "household_size", "3");

    merged(ana, anita);

    var one = found(ana.id());
    assertEquals("Ana Xol Tum F-1 quc US-CA 1980 " + anita.consulate() + " uno\ndos", String.join(" ", one.name(), one.externalId(), one.language(),
        one.place().area(), one.birthYear().toString(), one.consulate(), one.note()));
    assertEquals(Set.of("feria", "curso"), one.tags());
    assertEquals(Map.of("dpi_number", "1234", "household_size", "3"), one.attributes());
    assertEquals(Set.of("+12135550201", "ana@fusion.test"), values(one));
    assertEquals(one, found(anita.id()));
    assertEquals(one, contacts.findAll(List.of(anita.id())).get(anita.id()));
    assertEquals(List.of(ana.id(), anita.id()), contacts.lineage(anita.id()));
    assertEquals(List.of(ana.id()), idsFor("anita"), "found by the other's name too");
    assertEquals(List.of(ana.id()), idsFor("ana@fusion.test"));
    assertEquals(ana.id(), recipients.read(anita.id()).orElseThrow().contactId());
    assertEquals(new MergeOutcome.Missing(), merges.merge(ana.id(), anita.id(), STAFF));
    assertEquals(new MergeOutcome.Same(), merges.merge(ana.id(), ana.id(), STAFF));
  }

  @Test
  void whatWasSealedUnderTheOtherIsReadAndSealedAsBefore() {
    var keep = person("name", "Sello Uno", "phone", "+12135550203");
    var goes = person("name", "Sello Dos", "phone", "+12135550204");
    var sealed = keys.sealer(goes.id()).orElseThrow().seal("message.body", 7, "hola");
    merged(keep, goes);
    assertEquals("hola", keys.sealer(goes.id()).orElseThrow().open("message.body", 7, sealed));
    assertEquals("hola", recipients.readKeyed(List.of(goes.id()), _ -> true).get(goes.id()).sealer().open("message.body", 7, sealed));
  }

  @Test
  void theStricterConsentWins() {
    var keep = person("name", "Consiente", "phone", "+12135550205", "consent", "information service");
    var goes = person("name", "Retira", "phone", "+12135550206", "email", "retira@fusion.test", "consent", "information");
    consents.withdraw(goes.addresses().getFirst().id(), Set.of(Channel.SMS), Set.of(Purpose.INFORMATION), Origin.person("sms"), "ya no");

    merged(keep, goes);

    var first = found(keep.id()).addresses().getFirst().consent();
    assertTrue(first.isWithdrawn(Channel.SMS, Purpose.INFORMATION), "withdrawn by the same person under another number");
    assertTrue(first.isGranted(Channel.WHATSAPP, Purpose.INFORMATION) && first.isGranted(Channel.SMS, Purpose.SERVICE));
    var mail = found(keep.id()).addresses().stream().filter(a -> a.kind() == AddressKind.EMAIL).findFirst().orElseThrow();
    assertTrue(mail.consent().isGranted(Channel.EMAIL, Purpose.INFORMATION));
  }

  @Test
  void undoingGivesBothBackWhatTheyHad() {
    var keep = person("name", "Vuelve Uno", "phone", "+12135550207", "consent", "information", "tags", "a");
    var goes = person("name", "Vuelve Dos Tres", "phone", "+12135550208", "external_id", "V-2", "birth_year", "1977", "tags", "b",
        "country", "US", "area", "TX", "household_size", "2", "note", "nota");
    consents.withdraw(goes.addresses().getFirst().id(), EnumSet.allOf(Channel.class), Set.of(Purpose.INFORMATION), STAFF, null);
    var before = found(keep.id());
    var other = found(goes.id());
    long merge = merged(keep, goes);
    assertEquals("V-2", found(keep.id()).externalId());

    assertInstanceOf(MergeOutcome.Done.class, merges.undo(merge, STAFF));

    assertEquals(ContactFacts.of(before), ContactFacts.of(found(keep.id())));
    assertEquals(before.addresses(), found(keep.id()).addresses());
    assertEquals(ContactFacts.of(other), ContactFacts.of(found(goes.id())));
    assertEquals(other.addresses(), found(goes.id()).addresses());
    assertEquals(List.of(goes.id()), idsFor("V-2"));
    assertEquals(List.of(keep.id()), idsFor("vuelve uno"));
    assertEquals(List.of(goes.id()), idsFor("vuelve tres"));
    assertEquals(List.of(goes.id()), contacts.lineage(goes.id()));
    assertEquals(new MergeOutcome.Missing(), merges.undo(merge, STAFF));
  }

  @Test
  void whatWasChangedAfterTheMergeSurvivesItsUndoing() {
    var keep = person("name", "Luego Uno", "phone", "+12135550209", "consent", "information");
    var goes = person("name", "Luego Dos", "phone", "+12135550210", "city", "Fresno", "country", "US", "area", "CA", "language", "es");
    long merge = merged(keep, goes);
    contacts.amend(keep.id(), draft("language", "mam", "tags", "nuevo"), STAFF);
    consents.withdraw(keep.addresses().getFirst().id(), Set.of(Channel.SMS), Set.of(Purpose.INFORMATION), Origin.person("sms"), null);

    merges.undo(merge, STAFF);

    var now = found(keep.id());
    assertEquals("mam", now.language());
    assertTrue(now.place().isUnknown());
    assertEquals(Set.of("nuevo"), now.tags());
    assertTrue(now.addresses().getFirst().consent().isWithdrawn(Channel.SMS, Purpose.INFORMATION));
    assertEquals("es", found(goes.id()).language());
  }

  @Test
  void whatAMergeWithdrewAndThePersonWithdrewAgainStaysWithdrawnWhenItIsUndone() {
    var keep = person("name", "Dos Veces Uno", "phone", "+12135550240", "consent", "information");
    var goes = person("name", "Dos Veces Dos", "phone", "+12135550241");
    consents.withdraw(goes.addresses().getFirst().id(), EnumSet.allOf(Channel.class), Set.of(Purpose.INFORMATION), STAFF, null);
    long merge = merged(keep, goes);
    var own = keep.addresses().getFirst().id();
    assertTrue(consent(keep.id(), own).isWithdrawn(Channel.SMS, Purpose.INFORMATION), "the stricter wins");

    consents.withdraw(own, Set.of(Channel.SMS), Set.of(Purpose.INFORMATION), Origin.person("sms"), "ya no");
    merges.undo(merge, STAFF);

    assertTrue(consent(keep.id(), own).isWithdrawn(Channel.SMS, Purpose.INFORMATION), "the person said so themselves");
    assertTrue(consent(keep.id(), own).isGranted(Channel.WHATSAPP, Purpose.INFORMATION), "only the merge said so");
  }

  private ConsentState consent(long contact, long address) {
    return found(contact).addresses().stream().filter(a -> a.id() == address).findFirst().orElseThrow().consent();
  }

  @Test
  void aChainIsFollowedAndUndoneFromItsEnd() {
    var a = person("name", "Cadena A", "phone", "+12135550211");
    var b = person("name", "Cadena B", "phone", "+12135550212");
    var c = person("name", "Cadena C", "phone", "+12135550213");
    long first = merged(b, a);
    long second = merged(c, b);
    assertEquals(List.of(c.id(), a.id(), b.id()), contacts.lineage(a.id()));
    assertEquals(Set.of("+12135550211", "+12135550212", "+12135550213"), values(found(a.id())));
    assertEquals(new MergeOutcome.Missing(), merges.undo(first, STAFF), "b is no contact of its own now");
    merges.undo(second, STAFF);
    assertEquals(List.of(b.id(), a.id()), contacts.lineage(a.id()));
    merges.undo(first, STAFF);
    assertEquals(Set.of("+12135550211"), values(found(a.id())));
  }

  @Test
  void whoWritesFromTheOthersNumberIsTheSurvivorAndTheFileWithTheOldReferenceMeansThem() {
    var keep = person("name", "Escribe Uno", "phone", "+12135550214", "external_id", "E-1");
    var goes = person("name", "Escribe Dos", "phone", "+12135550215", "external_id", "E-2");
    merged(keep, goes);
    var sender = intake.findOrCreate(AddressKind.PHONE, "+12135550215", Instant.EPOCH, new ContactIntake.Hints(Channel.SMS, null, null));
    assertEquals(keep.id(), sender.contactId());
    var file = List.of(draft("name", "Escribe Dos", "phone", "+12135550215", "external_id", "E-2", "city", "Reno"));
    assertEquals(List.of(new UpsertResult.Updated(keep.id())), bulk.upsertAll(file, UpsertMode.UPSERT, Origin.file(ADMIN, "import:1")));
    assertEquals("E-1", found(keep.id()).externalId());
    var now = found(keep.id());
    var put = contacts.update(keep.id(), now.version(), draft("name", "Escribe", "phone", "+12135550214", "external_id", "E-2"), STAFF);
    assertEquals("E-2", assertInstanceOf(SaveOutcome.Saved.class, put).contact().externalId());
  }

  @Test
  void erasingTheSurvivorErasesWhatWasMergedIntoIt() throws Exception {
    var keep = person("name", "Olvida Uno", "phone", "+12135550216");
    var goes = person("name", "Olvida Dos", "phone", "+12135550217", "country", "US", "area", "CA", "city", "Selma", "dpi_number", "99");
    merged(keep, goes);
    assertTrue(erasure.erase(goes.id(), STAFF), "asked under either id");
    assertTrue(contacts.find(keep.id(), ALL).isEmpty() && contacts.find(goes.id(), ALL).isEmpty());
    assertTrue(keys.sealers(List.of(keep.id(), goes.id())).isEmpty(), "both keys are destroyed");
    try (var connection = TestServer.connect(); var rows = connection.createStatement().executeQuery("SELECT (SELECT COUNT(*) FROM contact_merge"
        + " WHERE winner_id = " + keep.id() + ") + (SELECT COUNT(*) FROM contact_attribute WHERE contact_id = " + goes.id() + ") + (SELECT COUNT(*)"
        + " FROM contact WHERE id = " + goes.id() + " AND (name IS NOT NULL OR city IS NOT NULL OR state <> 'ERASED'))")) {
      rows.next();
      assertEquals(0, rows.getInt(1));
    }
  }

  @Test
  void theTimelineTellsBothLives() {
    var keep = person("name", "Historia Uno", "phone", "+12135550218");
    var goes = person("name", "Historia Dos", "phone", "+12135550219", "birth_year", "1970");
    consents.withdraw(goes.addresses().getFirst().id(), Set.of(Channel.SMS), Set.of(Purpose.SERVICE), STAFF, "palabras");
    merged(keep, goes);
    var told = timeline.entries(keep.id(), ADMIN, languages.texts("es"), (name, _) -> name, 20).stream().map(TimelineEntry::text).toList();
    assertEquals(2, told.stream().filter(t -> t.startsWith("Registrado")).count());
    assertEquals(1, told.stream().filter(t -> t.startsWith("Fusionado")).count());
    assertTrue(told.stream().anyMatch(t -> t.contains("palabras")));
    assertTrue(told.stream().anyMatch(t -> t.startsWith("Fusionado") && t.contains("birth_year: «—» → «1970»")), told::toString);
  }

  @Test
  void anOfficerMergesOnlyPeopleOfTheirConsulate() {
    var mine = person("name", "Mía Una", "phone", "+13125550220", "country", "US", "area", "IL");
    var other = person("name", "Mía Una", "phone", "+13055550221", "country", "US", "area", "FL");
    var officer = Origin.staff(new Actor(2, "Luis", Set.of(Role.OFFICER), "GT-US-CHI"), "console");
    assertEquals(new MergeOutcome.Missing(), merges.merge(mine.id(), other.id(), officer));
    assertFalse(found(other.id()).state() == ContactState.MERGED);
  }

  @Test
  void pairsAreFoundByNameAndSomethingMoreAndStayDecided() {
    var one = person("name", "Rosalía Ixchel Pérez", "phone", "+12135550222", "birth_year", "1985");
    var same = person("given_name", "ROSALIA", "family_name", "Pérez Ixchel", "phone", "+12135550223", "birth_year", "1985");
    person("name", "Rosalía Ixchel Pérez", "phone", "+12135550224", "birth_year", "1986");
    person("name", "Rosalía Pérez", "phone", "+12135550225", "birth_year", "1985");
    var here = person("name", "Tomás Ba Cuc", "phone", "+12135550226", "country", "US", "area", "CA");
    var there = person("name", "Tomás Ba Cuc", "phone", "+12135550227", "country", "US", "area", "CA", "birth_year", "1990");
    person("name", "Tomás Ba Cuc", "phone", "+13055550228", "country", "US", "area", "FL");
    person("name", "Única", "phone", "+12135550229", "birth_year", "1985");
    person("name", "Única", "phone", "+12135550230", "birth_year", "1985");

    duplicates.search();
    var pairs = duplicates.page(ALL, 0, 0, 50).stream().filter(p -> p.first().id() >= one.id()).toList();
    assertEquals(List.of(one.id() + " " + same.id() + " BIRTH_YEAR", here.id() + " " + there.id() + " PLACE"),
        pairs.stream().map(p -> p.first().id() + " " + p.second().id() + " " + p.reason()).toList());

    merges.tellApart(there.id(), here.id(), STAFF);
    long merge = merged(one, same);
    duplicates.search();
    assertEquals(List.of(), duplicates.page(ALL, 0, 0, 50).stream().filter(p -> p.first().id() >= one.id()).toList());
    merges.undo(merge, STAFF);
    duplicates.search();
    assertEquals(List.of(), duplicates.page(ALL, 0, 0, 50).stream().filter(p -> p.first().id() >= one.id()).toList(),
        "what somebody took apart is not suggested again");
  }
}
