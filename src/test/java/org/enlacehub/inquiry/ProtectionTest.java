package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Timeline;
import org.enlacehub.inquiry.assistance.CaseDraft;
import org.enlacehub.inquiry.assistance.CaseRecords;
import org.enlacehub.inquiry.urgent.Alarms;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A protected matter is found by those who are named to it and by nobody else, whatever door they try. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionTest implements TestDatabase {
  private static final String LOS_ANGELES = "GT-US-LAX";
  @Inject Doors doors;
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject InquiryReader reader;
  @Inject Answers answers;
  @Inject Protection protection;
  @Inject ProtectionWatch watch;
  @Inject Staffs staffs;
  @Inject CaseRecords records;
  @Inject DeskLoad load;
  @Inject Alarms alarms;
  @Inject Feed feed;
  @Inject Timeline timeline;
  @Inject Languages languages;
  private Doors.Secret secret;
  private Staff named;
  private Staff colleague;
  private Staff administrator;
  private Staff houston;
  private long message;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  @BeforeAll
  void aProtectedMatter() {
    named = inquirers.officer(LOS_ANGELES);
    colleague = inquirers.officer(LOS_ANGELES);
    administrator = inquirers.officer(null);
    houston = inquirers.officer("GT-US-HOU");
    var matter = inquirers.writes(inquirers.person("name", "Nombreprivado Deprueba"), "MARCAPRIVADA " + Inquirers.PASSPORT);
    inquiries.grade(matter.id(), named.actor(), 1, "para la prueba");
    protection.protect(matter.id(), named.actor());
    records.add(matter.id(), named.actor(), new CaseDraft("TASK", Map.of("what", "TAREAPRIVADA"), "2027-01-12", named.id()));
    message = ((ReplyOutcome.Queued) answers.reply(matter.id(), named.actor(), "RESPUESTAPRIVADA", null, Duration.ZERO)).entry().messageId();
    secret = new Doors.Secret(matter, alarms.of(matter.id()).getFirst().id(), List.of("MARCAPRIVADA", "Nombreprivado", "TAREAPRIVADA",
        "RESPUESTAPRIVADA", matter.reference(), Long.toString(matter.contactId())));
  }

  private Stream<Staff> others() {
    return Stream.of(colleague, administrator, houston);
  }

  private Inquiry another() {
    var inquiry = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    return protection.protect(inquiry.id(), named.actor()).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("others")
  void whoIsNotNamedFindsItByNoDoor(Staff other) {
    var visitor = doors.as(other);
    assertEquals(Set.of(), visitor.finds(secret));
    for (var query : List.of("", "?desk=GT-US-LAX", "?severity=1", "?reference=" + secret.matter().reference())) {
      assertFalse(visitor.api("/api/v1/inquiries" + query).body().contains(secret.matter().reference()), query);
    }
    for (var path : List.of("/bandeja?carpeta=waiting", "/bandeja?ref=" + secret.matter().reference(), "/bandeja/tareas?de=todas", "/bandeja/carga",
        "/guardias", "/urgente/aviso", "/contactos/" + secret.matter().contactId())) {
      secret.words().stream().filter(word -> !path.contains(word) && !word.equals("Nombreprivado") && !path.startsWith("/contactos/" + word))
          .forEach(word -> assertFalse(visitor.page(path).body().contains(word), path + " shows " + word));
    }
    assertEquals(404, visitor.api("/api/v1/messages/" + message).code(), "nor the words of its messages");
    assertEquals(Map.of(), reader.openBySeverity(other.actor()), "not even a count");
    assertEquals(0, reader.counts(other.actor(), Instant.EPOCH).waiting());
    assertEquals(List.of(), load.shares(other.actor()).stream().filter(share -> share.waiting() > 0).toList());
    assertEquals(List.of(), load.kept(other.actor()));
    assertEquals(List.of(), alarms.ringingFor(other.actor()).stream().filter(alarm -> !alarm.drill()).toList());
    var heard = new ArrayList<Feed.News>();
    var listening = feed.news(other.actor()).subscribe(heard::add);
    inquiries.note(secret.matter().id(), named.actor(), "algo nuevo");
    feed.look();
    listening.dispose();
    assertEquals(List.of(), heard.stream().filter(news -> news.inquiryId() == secret.matter().id()).toList());
  }

  @Test
  void whoIsNamedFindsEverything() {
    var visitor = doors.as(named);
    assertEquals(200, visitor.page("/bandeja/" + secret.matter().id()).code());
    assertTrue(visitor.page("/bandeja/" + secret.matter().id() + "/expediente").body().contains("TAREAPRIVADA"));
    assertTrue(visitor.page("/bandeja/tareas").body().contains("TAREAPRIVADA"));
    var chief = inquirers.officer(null);
    protection.name(secret.matter().id(), named.actor(), chief.id());
    assertEquals(200, doors.as(chief).api("/api/v1/messages/" + message).code());
    assertEquals(1, visitor.inquiries("?reference=" + secret.matter().reference()));
  }

  @Test
  void namingIsADoorAndIsClosedAgain() {
    var matter = another();
    assertEquals(Optional.empty(), protection.name(matter.id(), colleague.actor(), colleague.id()), "nobody names themselves");
    assertEquals(Optional.of(true), protection.name(matter.id(), named.actor(), colleague.id()));
    assertTrue(reader.find(matter.id(), colleague.actor()).isPresent());
    assertEquals(Optional.of(true), protection.unname(matter.id(), named.actor(), colleague.id()));
    assertTrue(reader.find(matter.id(), colleague.actor()).isEmpty());
    assertEquals(Optional.of(false), protection.unname(matter.id(), named.actor(), named.id()), "somebody must see it");
    assertEquals(Optional.of(false), protection.name(matter.id(), named.actor(), 12345));
    protection.lift(matter.id(), named.actor());
    assertTrue(reader.find(matter.id(), colleague.actor()).isPresent());
    inquiries.close(matter.id(), named.actor(), "answered");
  }

  @Test
  void itIsOnlyGivenToWhoSeesItAndOnlyMovedToWhereSomebodyDoes() {
    var matter = another();
    assertThrows(NotAtDesk.class, () -> inquiries.assign(matter.id(), named.actor(), colleague.id()));
    assertThrows(NobodyThere.class, () -> inquiries.transfer(matter.id(), named.actor(), "GT-US-HOU", null));
    protection.name(matter.id(), named.actor(), houston.id());
    assertTrue(reader.find(matter.id(), houston.actor()).isEmpty(), "not before it lies there");
    inquiries.transfer(matter.id(), named.actor(), "GT-US-HOU", null);
    assertTrue(reader.find(matter.id(), houston.actor()).isPresent());
    assertTrue(reader.find(matter.id(), named.actor()).isEmpty());
    inquiries.close(matter.id(), houston.actor(), "answered");
  }

  @Test
  void thePersonsNextWordsStayProtected() {
    Contact person = inquirers.person();
    var matter = inquirers.writes(person, Inquirers.PASSPORT);
    protection.protect(matter.id(), named.actor());
    assertTrue(inquirers.writes(person, "otra cosa").restricted());
    assertTrue(reader.find(matter.id(), colleague.actor()).isEmpty());
    inquiries.close(matter.id(), named.actor(), "answered");
  }

  @Test
  void whenAllWhoWereNamedHaveGoneTheAdministratorsSeeIt() {
    var leaver = inquirers.officer(LOS_ANGELES);
    var matter = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    protection.protect(matter.id(), leaver.actor());
    watch.run();
    assertTrue(reader.find(matter.id(), administrator.actor()).isEmpty(), "somebody sees it");
    staffs.setActive(administrator.actor(), leaver.id(), false);
    watch.run();
    assertTrue(reader.find(matter.id(), administrator.actor()).isPresent());
    assertTrue(reader.find(matter.id(), colleague.actor()).isEmpty());
    inquiries.close(matter.id(), administrator.actor(), "answered");
  }

  @ParameterizedTest
  @MethodSource("others")
  void itsMessagesStandOnThePersonsTimelineForThoseWhoAreNamed(Staff other) {
    var chief = inquirers.officer(null);
    assertEquals(0, messagesTold(chief));
    protection.name(secret.matter().id(), named.actor(), chief.id());
    assertTrue(messagesTold(chief) > 0);
    assertEquals(0, messagesTold(other));
  }

  private long messagesTold(Staff reader) {
    return timeline.entries(secret.matter().contactId(), reader.actor(), languages.texts("es"), (field, _) -> field, 50).stream()
        .filter(entry -> entry.kind().equals("message")).count();
  }
}
