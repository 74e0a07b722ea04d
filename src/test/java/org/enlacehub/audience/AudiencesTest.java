package org.enlacehub.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.account.Role;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactIntake;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Consents;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.SaveOutcome;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.database.Transactions;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.testing.SettableClock;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudiencesTest implements TestDatabase {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final DeskScope ALL = new DeskScope.All();
  private static final Actor STAFF = new Actor(7, "Comunicación", Set.of(Role.COMMUNICATION), null);
  @Inject Audiences audiences;
  @Inject SavedAudiences saved;
  @Inject PeopleLists lists;
  @Inject Languages texts;
  @Inject Statements statements;
  @Inject Transactions transactions;
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject ContactIntake intake;
  @Inject Consents consents;
  private final Map<Long, String> names = new HashMap<>();

  @MockBean(Clock.class)
  @Singleton
  Clock clock() {
    return new SettableClock(NOW);
  }

  @BeforeAll
  void fivePeople() {
    person("ana", "phone", "+12135550121", "language", "quc", "country", "US", "area", "CA", "city", "San José", "passport_expires",
        "2027-01-15", "consent", "service information", "tags", "feria", "birth_year", "1960", "latitude", "34.1", "longitude", "-118.2");
    person("beto", "phone", "+12135550122", "whatsapp", "+12135550122", "language", "es-GT", "country", "US", "area", "TX",
        "passport_expires", "2026-10-01", "consent", "service", "tags", "returned", "household_size", "5");
    person("cata", "email", "cata@example.org", "language", "es", "country", "MX", "area", "MX-CHP", "consent", "information",
        "needs_interpreter", "true");
    person("dora", "whatsapp", "+13125550123", "language", "mam", "country", "US", "area", "IL", "dpi_number", "1234",
        "origin_department", "Quiché", "birth_year", "2000");
    person("eva", "external_id", "R-7");
    intake.findOrCreate(AddressKind.PHONE, "+12135550121", NOW.minusSeconds(86_400 * 30), new ContactIntake.Hints(Channel.SMS, null, null));
    var list = lists.create("Feria 2027", STAFF);
    lists.add(list.slug(), audiences.compile("language in (quc, mam)"), STAFF);
    lists.add(lists.create("Otra", STAFF).slug(), audiences.compile("external_id = R-7"), STAFF);
    saved.create("En California", "country = US and area = CA", STAFF);
    consents.stop(AddressKind.PHONE, "+12135550122", Set.of(Channel.SMS), Origin.person("test"), "STOP");
  }

  private void person(String name, String... pairs) {
    var values = new HashMap<String, String>(Map.of("name", name));
    for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
    var reading = reader.read(values, null);
    assertEquals(java.util.List.of(), reading.flaws());
    var saved = (SaveOutcome.Saved) contacts.create(reading.draft(), Origin.staff(Actor.system("test"), "test"));
    names.put(saved.contact().id(), name);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      all                                                       | ana beto cata dora eva
      country = US                                              | ana beto dora
      country != US                                             | cata eva
      not country = US                                          | cata eva
      country = "Estados Unidos" and area = California          | ana
      country = US and area in (CA, TX)                         | ana beto
      area = US-IL or area = MX-CHP                             | cata dora
      language in (quc, mam)                                    | ana dora
      language = es                                             | beto cata
      passport_expires < 90d                                    | ana beto
      passport_expires < today                                  | beto
      passport_expires >= 2027-01-15                            | ana
      has passport_expires and not passport_expires < today     | ana
      consent.sms = service                                     | ana beto
      consent = information                                     | ana cata
      consent.email = information                               | cata
      last_heard > -1y                                          | ana
      last_heard > -2w                                          |
      last_heard = 2026-10-25                                   | ana
      not tag = returned                                        | ana cata dora eva
      tag in (returned, feria)                                  | ana beto
      tag not in (returned, feria)                              | cata dora eva
      city = "san jose"                                         | ana
      city = "San*"                                             | ana
      city starts sa                                            | ana
      has email                                                 | cata
      has phone                                                 | ana beto
      has whatsapp                                              | beto dora
      channel = sms                                             | ana
      channel in (whatsapp, email)                              | beto cata dora
      near(34.05, -118.24, 80km)                                | ana
      near(34.05, -118.24, 1km)                                 |
      within 80km of (34.05, -118.24)                           | ana
      within 80 km of Los Angeles                               | ana
      within 80km of "los ángeles, CA"                          | ana
      within 80km of 90012                                      | ana
      within 5km of "San Francisco"                             |
      not within 80km of Los Angeles and country = US           | beto dora
      inside ((34.5, -119), (34.5, -117), (33, -117))           | ana
      inside ((35.5, -119), (35.5, -117), (34.5, -117))         |
      list = feria-2027                                         | ana dora
      list = feria-2027 and not tag = feria                     | dora
      list in (feria-2027, otra)                                | ana dora eva
      audience = en-california                                  | ana
      audience != en-california and country = US                | beto dora
      not (audience = en-california or list = otra) and has phone | beto
      consent.whatsapp = service                                | ana beto
      has consent                                               | ana beto cata
      area2 = "x"                                               |
      postal_code = 90012                                       |
      timezone = America/Los_Angeles                            | ana
      source = test                                             | ana beto cata dora eva
      birth_year <= 1960                                        | ana
      first_heard >= 2026-10-25                                 | ana
      created > -1d                                             | ana beto cata dora eva
      updated <= today                                          | ana beto cata dora eva
      last_heard != 2026-10-25                                  | beto cata dora eva
      passport_expires > 6m                                     |
      passport_expires <= 8w                                    | ana beto
      age = 26                                                  | dora
      household_size != 5                                       | ana cata dora eva
      has area                                                  | ana beto cata dora
      not has country                                           | eva
      email in (cata@example.org, nobody@example.org)           | cata
      city in ("San*", Lima)                                    | ana
      consulate = GT-US-CHI                                     | dora
      age >= 60                                                 | ana
      age < 30                                                  | dora
      household_size > 4                                        | beto
      needs_interpreter = true                                  | cata
      origin_department = quiche                                | dora
      has dpi_number                                            | dora
      name = ANA                                                | ana
      phone = "+1 (213) 555-0121"                               | ana
      email = CATA@example.org                                  | cata
      external_id = R-7                                         | eva
      (country = US or country = MX) and not (language = es or language = mam) | ana
      COUNTRY = us AND Language = QUC                           | ana
      country = US and passport_expires < 90d and consent.sms = service and last_heard > -1y and not tag = returned | ana
      """)
  void aQueryMeansThesePeople(String query, String expected) {
    var found = new TreeSet<String>();
    audiences.sample(query, ALL, 100).forEach(id -> found.add(names.get(id)));
    assertEquals(expected == null ? "" : expected, String.join(" ", found));
    assertEquals(found.size(), audiences.count(query, ALL).count());
    var rewritten = QueryWriter.write(QueryOutline.read(query)).text();
    assertEquals(new TreeSet<>(audiences.sample(query, ALL, 100)), new TreeSet<>(audiences.sample(rewritten, ALL, 100)), rewritten);
    assertEquals(rewritten, QueryWriter.write(QueryOutline.read(rewritten)).text());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      contry = US                        | 0  | unknown-field        | country
      country = US and lenguage = es     | 17 | unknown-field        | language
      country = Narnia                   | 10 | no-country           |
      area = CA                          | 7  | area-without-country | US-CA
      country = US and area = Wisconzan  | 24 | no-area              | Wisconsin
      language = kiche'                  | 11 | no-language          | quc
      consent.sms = informacion          | 14 | no-purpose           | information
      passport_expires < pronto          | 19 | no-date              |
      country > US                       | 10 | no-order             |
      household_size = many              | 17 | no-number            |
      country =                          | 9  | unfinished           |
      country = US y language = es       | 13 | unexpected           | and
      (country = US                      | 13 | unfinished           |
      country = US)                      | 12 | unexpected           |
      city = "San                        | 7  | open-quote           | "
      near(95, 0, 80km)                  | 5  | no-latitude          |
      near(34, -118, 0)                  | 15 | no-distance          | 80km
      dpi_number = 1234                  | 13 | invalid              |
      phone = 12                         | 8  | invalid              |
      name = "Mar*"                      | 7  | sealed               |
      consulate = LAX                    | 12 | no-consulate         | GT-US-LAX
      within 80km of Los Angles          | 15 | no-town              | "Los Angeles"
      within 0km of Houston              | 7  | no-distance          | 80km
      within 80km of (34, -190)          | 20 | no-longitude         |
      within 80km Houston                | 12 | unexpected           |
      inside ((34, -118), (35, -118))    | 0  | few-corners          |
      inside ((0, 0), (1, 1), (1, 0), (0, 1)) | 0 | crossed-border    |
      list = feria-2028                  | 7  | no-list              | feria-2027
      audience = en-califrnia            | 11 | no-audience          | en-california
      has list                           | 4  | no-presence          |
      list > feria-2027                  | 7  | no-order             |
      needs_interpreter = quizas         | 20 | no-flag              | true
      channel = whatsap                  | 10 | no-channel           | whatsapp
      created > 999999d                  | 10 | no-span              |
      country = US no language = es      | 13 | unexpected           | not
      country == US                      | 9  | unexpected           |
      country = US; drop table contact   | 12 | unexpected           |
      """)
  void anErrorPointsAtTheCharacterAndSuggests(String query, int offset, String code, String suggestion) {
    var error = assertThrows(QueryError.class, () -> audiences.compile(query)).errors().getFirst();
    assertEquals(code, error.code(), error.message());
    assertEquals(offset, error.offset());
    assertEquals(suggestion, error.suggestion());
    for (var language : Languages.OFFERED) {
      assertTrue(texts.texts(language).has("audience.error." + code), code);
      assertTrue(!ErrorTexts.sentence(error, texts.texts(language)).contains("{"), code);
    }
  }

  @Test
  void audiencesThatNameEachOtherAreRefused() {
    var first = saved.create("Uno", "all", STAFF);
    var second = saved.create("Dos", "audience = uno", STAFF);
    saved.change(first.slug(), 1, "Uno", "audience = dos", STAFF);
    assertEquals("audience-loop", code("audience = " + second.slug()));
  }

  @Test
  void aSavedAudienceOfADeskHoldsOnlyItsPeople() {
    var officer = new Actor(8, "Chicago", Set.of(Role.OFFICER), "GT-US-CHI");
    var chicago = saved.create("Todos en Chicago", "all", officer);
    assertEquals(1, audiences.count("audience = " + chicago.slug(), ALL).count());
    assertTrue(saved.find(chicago.slug(), new DeskScope.Only("GT-US-LAX")).isEmpty());
    assertInstanceOf(SavedAudiences.Change.Missing.class, saved.change("en-california", 1, "x", "all", officer));
  }

  @Test
  void ofTwoChangesAtOnceTheSecondIsTold() {
    var audience = saved.create("Dos personas", "all", STAFF);
    assertInstanceOf(SavedAudiences.Change.Saved.class, saved.change(audience.slug(), 1, "Primera", "country = US", STAFF));
    var second = assertInstanceOf(SavedAudiences.Change.Conflict.class, saved.change(audience.slug(), 1, "Segunda", "all", STAFF));
    assertEquals("Primera", second.now().title());
  }

  @Test
  void theQueryOfASavedAudienceIsSealed() {
    var audience = saved.create("Por nombre", "name = Perpetua", STAFF);
    var stored = transactions.write(() -> statements.first("SELECT query FROM saved_audience WHERE id = ?",
        java.util.List.of(audience.id()), row -> row.getBytes(1)).orElseThrow());
    assertTrue(!new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1).contains("Perpetua"));
  }

  @Test
  void whatIsTooLargeIsRefusedClearly() {
    assertEquals("too-long", code("tag = a or ".repeat(10_000) + "all"));
    assertEquals("too-deep", code("(".repeat(1_000) + "all" + ")".repeat(1_000)));
    assertEquals("too-deep", code("not ".repeat(1_000) + "all"));
    assertEquals("too-many", code("tag = a or ".repeat(800) + "all"));
    assertEquals("empty", code("  "));
    assertEquals(5, audiences.count("(".repeat(99) + "all" + ")".repeat(99), ALL).count());
  }

  private String code(String query) {
    return assertThrows(QueryError.class, () -> audiences.compile(query)).errors().getFirst().code();
  }

  @Test
  void channelsCountOnlyWhoCanBeReached() {
    var count = audiences.count("all", ALL);
    assertEquals(Map.of(Channel.SMS, 1L, Channel.WHATSAPP, 2L, Channel.EMAIL, 1L), count.byChannel());
    assertEquals(Map.of("quc", 1L, "es-GT", 1L, "es", 1L, "mam", 1L, "", 1L), count.byLanguage());
  }

  @Test
  void anOfficerCountsTheirOwnConsulatesPeople() {
    assertEquals(1, audiences.count("all", new DeskScope.Only("GT-US-CHI")).count());
    assertEquals(0, audiences.count("all", new DeskScope.None()).count());
  }

  @Test
  void aSnapshotIsFixedAndCanBeAskedForTwice() {
    assertEquals(3, audiences.snapshot("country = US", 77, ALL));
    assertEquals(3, audiences.snapshot("all", 77, ALL));
    var members = audiences.members(77, 0, 2);
    assertEquals(2, members.size());
    assertEquals(1, audiences.members(77, members.getLast(), 2).size());
  }

  @Test
  void whatIsTypedNeverBecomesSql() {
    var hostile = "x' OR '1'='1";
    var compiled = audiences.compile("city = \"" + hostile + "\"");
    assertTrue(!compiled.filter().sql().contains(hostile));
    assertEquals(0, audiences.count("city = \"" + hostile + "\"", ALL).count());
  }
}
