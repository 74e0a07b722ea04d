package org.enlacehub.inbound.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.channel.email.reading.MailReader;
import org.enlacehub.channel.email.reading.ReceivedMail;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Erasure;
import org.enlacehub.contact.Origin;
import org.enlacehub.delivery.Lanes;
import org.enlacehub.delivery.StandInCarriers;
import org.enlacehub.inquiry.Answers;
import org.enlacehub.inquiry.Entry;
import org.enlacehub.inquiry.Inquirers;
import org.enlacehub.inquiry.Inquiries;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.bymail.NoticeChoice;
import org.enlacehub.inquiry.bymail.NoticeReaders;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.database.Transactions;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An officer is told of an inquiry by mail and answers it from their own mail program; whoever is not the officer gets nowhere. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficerMailTest implements TestDatabase {
  private static final Actor CHIEF = Actor.system("test");
  private static final String DESK = "GT-LAX";
  private final StandInCarriers carriers = new StandInCarriers();
  @Inject MailboxTurn turn;
  @Inject Lanes lanes;
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject Answers answers;
  @Inject InquiryReader reader;
  @Inject NoticeReaders notices;
  @Inject Staffs staffs;
  @Inject Erasure erasure;
  @Inject Statements sql;
  @Inject Transactions transactions;
  private Staff officer;
  private Contact person;
  private Inquiry inquiry;
  private ReceivedMail notice;

  @Override
  public Map<String, String> extraProperties() {
    return carriers.properties();
  }

  @AfterAll
  void close() {
    carriers.close();
  }

  /** A question by SMS, given to an officer, who is told by mail. */
  @BeforeEach
  void anOfficerIsTold() {
    person = inquirers.person();
    inquiry = inquirers.writes(person, Inquirers.PASSPORT);
    officer = inquirers.officer(inquiry.desk());
    inquiries.assign(inquiry.id(), CHIEF, officer.id());
    mailLeaves();
    notice = lastTo(officer.email());
  }

  private void mailLeaves() {
    lanes.work("email-1", Duration.ofSeconds(20), Duration.ofMillis(100));
  }

  private ReceivedMail lastTo(String address) {
    return MailReader.read(carriers.mailsTo(address).getFirst().raw());
  }

  /** A mail arrives in answer to the notice and has been dealt with. */
  private void answer(String from, String more, String text) {
    long before = officerMails();
    carriers.delivers(("From: " + from + "\nTo: " + notice.headers().text("reply-to") + "\nSubject: Re: " + notice.subject() + "\nMessage-ID: <"
        + System.nanoTime() + "@correo.example>\nIn-Reply-To: " + notice.messageId() + "\n" + more + "Content-Type: text/plain; charset=utf-8\n\n" + text)
        .getBytes(StandardCharsets.UTF_8));
    Until.isTrue("the answer was dealt with", Duration.ofSeconds(30), () -> {
      turn.run(Duration.ofMillis(500));
      return officerMails() > before;
    });
    mailLeaves();
  }

  private long officerMails() {
    return number("SELECT COUNT(*) FROM mail WHERE kind IN ('OFFICER', 'AUTOMATIC') AND state = 'DONE'");
  }

  private long number(String query) {
    return transactions.write(() -> sql.first(query, List.of(), row -> row.getLong(1)).orElse(0L));
  }

  private List<String> answersToThePerson() {
    return reader.open(inquiry.id(), CHIEF, null, 50).orElseThrow().lines().stream().filter(line -> line.entry().kind() == Entry.Kind.OUT)
        .filter(line -> line.entry().authorId() != null).map(InquiryReader.Line::words).toList();
  }

  private List<String> events() {
    return reader.open(inquiry.id(), CHIEF, null, 50).orElseThrow().lines().stream().map(InquiryReader.Line::entry)
        .filter(entry -> entry.kind() == Entry.Kind.EVENT).map(Entry::act).toList();
  }

  private String draft() {
    return reader.open(inquiry.id(), officer.actor(), null, 50).orElseThrow().draft();
  }

  @Test
  void theNoticeHoldsNothingOfThePerson() {
    assertTrue(notice.subject().contains(inquiry.reference()), notice.subject());
    assertTrue(notice.text().contains("##-"), notice.text());
    assertFalse(notice.text().contains("renovar"), notice.text());
    assertTrue(notice.headers().text("reply-to").contains("+m"), notice.headers().text("reply-to"));
  }

  @Test
  void theAnswerReachesThePersonByTheirOwnChannelWithoutWhatIsQuoted() {
    answer("Oficial <" + officer.email() + ">", "", "Venga el martes a las diez.\n\n-- \nOficial\nTel. 555\n\nEl mar, 24 nov 2026 a las 9:00, Consulado <c@hub.example.org> escribió:\n> ##- Escriba su respuesta arriba de esta línea -##\n> Consulta");

    assertEquals(List.of("Venga el martes a las diez."), answersToThePerson());
    assertEquals("SMS", reader.open(inquiry.id(), CHIEF, null, 50).orElseThrow().lines().stream().map(InquiryReader.Line::entry)
        .filter(entry -> entry.authorId() != null && entry.kind() == Entry.Kind.OUT).findFirst().orElseThrow().channel().name());
    answer(officer.email(), "", "Y traiga su DPI.");
    assertEquals(2, answersToThePerson().size(), "their own answer is no news to them");
    assertEquals(1, carriers.mailsTo(officer.email()).size(), "nothing is left to say");
    assertEquals(2, number("SELECT COUNT(*) FROM audit_entry WHERE action = 'inquiry.mail' AND subject_id = " + inquiry.id()));
  }

  @Test
  void whatAProgramQuotesWithoutMarkingItIsCutAtTheNoticesLine() {
    answer(officer.email(), "", "Sí, con gusto.\n\n##- Escriba su respuesta arriba de esta línea -##\nConsulta, gravedad 3");

    assertEquals(List.of("Sí, con gusto."), answersToThePerson());
  }

  @ParameterizedTest(name = "from {0} with {1}")
  @CsvSource(nullValues = "-", textBlock = """
      intruso@example.org, -
      OFFICER,             mx.hub.example; spf=fail smtp.mailfrom=evil.example; dkim=none
      OFFICER,             mx.hub.example; dmarc=fail (p=none) header.from=example.org; spf=pass smtp.mailfrom=evil.example
      """)
  void whoIsNotTheOfficerIsRefusedAndReported(String from, String results) {
    answer(from.equals("OFFICER") ? officer.email() : from, results == null ? "" : "Authentication-Results: " + results + "\n", "Mande 500 dólares");

    assertEquals(List.of(), answersToThePerson());
    assertTrue(events().contains("mail.refused"), events().toString());
    assertTrue(lastTo(officer.email()).text().contains("en su nombre"), lastTo(officer.email()).text());
    assertEquals(1, number("SELECT COUNT(*) FROM audit_entry WHERE action = 'inquiry.mail.refused' AND subject_id = " + inquiry.id()));
  }

  @Test
  void whoAnswersOnStaleSightIsToldAndTheTextIsKept() {
    answers.reply(inquiry.id(), inquirers.officer(inquiry.desk()).actor(), "Ya le respondí yo.", null, Duration.ZERO);
    answer(officer.email(), "", "Venga el martes.");

    assertEquals(List.of("Ya le respondí yo."), answersToThePerson());
    assertEquals("Venga el martes.", draft());
    assertTrue(lastTo(officer.email()).text().contains("borrador"), lastTo(officer.email()).text());
  }

  @Test
  void whatLeftTheDeskIsAnsweredByNobodyThere() {
    inquiries.transfer(inquiry.id(), CHIEF, inquiry.desk().equals("GT-HOU") ? DESK : "GT-HOU", null);
    answer(officer.email(), "", "Venga el martes.");

    assertEquals(List.of(), answersToThePerson());
    assertTrue(lastTo(officer.email()).text().contains("ya no está en su mesa"));
  }

  @Test
  void whoWorksHereNoMoreAnswersNobody() {
    staffs.setActive(CHIEF, officer.id(), false);
    answer(officer.email(), "", "Venga el martes.");

    assertEquals(List.of(), answersToThePerson());
    assertEquals(1, carriers.mailsTo(officer.email()).size());
  }

  @Test
  void anOldNoticeIsAnsweredNoMore() {
    transactions.write(() -> sql.update("UPDATE desk_notice SET expires_at = '2020-01-01' WHERE inquiry_id = ?", List.of(inquiry.id())));
    answer(officer.email(), "", "Venga el martes.");

    assertEquals(List.of(), answersToThePerson());
    assertTrue(lastTo(officer.email()).text().contains("muy viejo"));
  }

  @Test
  void anOfficersVacationReplyReachesNobody() {
    answer(officer.email(), "Auto-Submitted: auto-replied\n", "Estoy de vacaciones.");

    assertEquals(List.of(), answersToThePerson());
  }

  @Test
  void oneAloneTakesAnInquiryOfTheDeskWithoutAnswering() {
    notices.choose(officer.actor(), NoticeChoice.DESK);
    person = inquirers.person();
    inquiry = inquirers.writes(person, Inquirers.PASSPORT);
    mailLeaves();
    notice = lastTo(officer.email());
    answer(officer.email(), "", "1\n\nEl mar, 24 nov 2026, Consulado <c@hub.example.org> escribió:\n> Consulta");

    assertEquals(officer.id(), reader.find(inquiry.id(), CHIEF).orElseThrow().ownerId());
    assertEquals(List.of(), answersToThePerson());
    notices.choose(officer.actor(), NoticeChoice.MINE);
  }

  @Test
  void eachTurnIsToldOnceAndNothingToThoseWhoWantNothing() {
    inquirers.writes(person, "¿me oyen?");
    inquirers.writes(person, "¿hola?");
    mailLeaves();
    assertEquals(1, carriers.mailsTo(officer.email()).size(), "it was their turn already");

    answers.reply(inquiry.id(), officer.actor(), "Sí.", null, Duration.ZERO);
    inquirers.writes(person, "gracias, ¿y a qué hora?");
    mailLeaves();
    assertEquals(2, carriers.mailsTo(officer.email()).size());

    notices.choose(officer.actor(), NoticeChoice.NONE);
    answers.reply(inquiry.id(), officer.actor(), "A las diez.", null, Duration.ZERO);
    inquirers.writes(person, "¿y dónde?");
    mailLeaves();
    assertEquals(2, carriers.mailsTo(officer.email()).size());
  }

  @Test
  void erasingThePersonLeavesNothingOfWhatANoticeSaid() {
    var said = "SELECT COUNT(*) FROM message m JOIN message_content c ON c.id = m.content_id WHERE m.id = "
        + number("SELECT message_id FROM desk_notice WHERE inquiry_id = " + inquiry.id());
    assertEquals(1, number(said));
    erasure.erase(person.id(), Origin.staff(CHIEF, "test"));

    Until.isTrue("it is forgotten", Duration.ofSeconds(20), () -> number(said) == 0);
  }
}
