package org.enlacehub.inbound.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Erasure;
import org.enlacehub.contact.Origin;
import org.enlacehub.inquiry.Attachment;
import org.enlacehub.inquiry.Inquirers;
import org.enlacehub.inquiry.InquiryFilter;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Protection;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.database.Transactions;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A mail in the mailbox becomes a question at a desk, once, and nothing is lost on the way. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailReceivingTest implements TestDatabase {
  private static final StandInMailbox MAILBOX = new StandInMailbox();
  @Inject MailboxTurn turn;
  @Inject MailRepository mails;
  @Inject Contacts contacts;
  @Inject Erasure erasure;
  @Inject InquiryReader inquiries;
  @Inject Inquirers inquirers;
  @Inject Protection protection;
  @Inject MailLists lists;
  @Inject MailTimeline timeline;
  @Inject Languages languages;
  @Inject Statements sql;
  @Inject Transactions transactions;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.imap-url", MAILBOX.url(), "enlace.mail-from", "Consulado <" + StandInMailbox.ADDRESS + ">",
        "enlace.quartz.autostart", "false", "enlace.mail.largest", "3000000");
  }

  @AfterAll
  static void stop() {
    MAILBOX.close();
  }

  private static String mail(String from, String subject, String more, String text) {
    return "Return-Path: <" + from.replaceAll(".*<|>.*", "") + ">\nFrom: " + from + "\nTo: " + StandInMailbox.ADDRESS + "\nSubject: " + subject
        + "\nMessage-ID: <" + Math.abs((from + subject + text).hashCode()) + "@x.example>\n" + more + "\n" + text;
  }

  private int read() {
    return turn.run(Duration.ofMillis(1_500));
  }

  /** Delivers a mail and reads until it is stored. */
  private void receive(String raw) {
    int before = kinds().size();
    MAILBOX.deliver(raw);
    readUntil(before + 1);
  }

  /** Reads until so many mails are stored: one turn may end before it has seen everything. */
  private void readUntil(int mails) {
    Until.isTrue(mails + " mails are stored", Duration.ofSeconds(40), () -> {
      read();
      return kinds().size() >= mails;
    });
  }

  private void allAreMarked() {
    Until.isTrue("every mail that was read is marked as seen", Duration.ofSeconds(20), () -> {
      read();
      return MAILBOX.seen() == MAILBOX.count();
    });
  }

  private MailKind newest() {
    return kinds().getLast();
  }

  /** What the sorter made of them, in the order in which they came. */
  private List<MailKind> kinds() {
    return transactions.write(() -> sql.list("SELECT kind FROM mail ORDER BY id", List.of(), row -> MailKind.valueOf(row.getString(1))));
  }

  private String inquiryWords(String from) {
    var person = contacts.findByAddress(AddressKind.EMAIL, from).orElseThrow();
    var words = new String[] {""};
    Until.isTrue("the desk has it", Duration.ofSeconds(20), () -> {
      var found = inquiries.queue(InquiryFilter.ALL, Actor.system("test"), null, 50).items().stream()
          .filter(row -> row.inquiry().contactId() == person.id()).findFirst();
      found.ifPresent(row -> words[0] = inquiries.open(row.inquiry().id(), Actor.system("test"), null, 20).orElseThrow().lines().stream()
          .map(InquiryReader.Line::words).reduce("", (a, b) -> a + "\n" + b));
      return found.isPresent();
    });
    return words[0];
  }

  @Test
  void aMigrantsMailBecomesAnInquiry() {
    receive(mail("María Chub <maria.chub@correo.example>", "Renovar pasaporte", "Content-Type: text/plain; charset=utf-8\n",
        "¿Qué necesito? Vivo en Los Ángeles.\n\nEnviado desde mi iPhone"));

    assertEquals(MailKind.QUESTION, newest());
    var words = inquiryWords("maria.chub@correo.example");
    assertTrue(words.contains("Renovar pasaporte\n\n¿Qué necesito? Vivo en Los Ángeles."), words);
    assertTrue(!words.contains("iPhone"), words);
    assertEquals("María Chub", contacts.findByAddress(AddressKind.EMAIL, "maria.chub@correo.example").orElseThrow().name());
    allAreMarked();
    assertEquals(0, read());
  }

  @Test
  void aFileKeepsItsNameWithoutMarksThatTurnIt() {
    receive("From: archivo@correo.example\nTo: x\nSubject: acta\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nLe mando el acta\n"
        + "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename*=UTF-8''acta%20de%20nacimi%C3%A9nto%E2%80%AE.pdf\n\n%PDF-1.4 x\n--b--\n");
    inquiryWords("archivo@correo.example");
    var person = contacts.findByAddress(AddressKind.EMAIL, "archivo@correo.example").orElseThrow();
    var inquiry = inquiries.queue(InquiryFilter.ALL, Actor.system("test"), null, 50).items().stream()
        .filter(row -> row.inquiry().contactId() == person.id()).findFirst().orElseThrow().inquiry();

    assertEquals(List.of("acta de nacimiénto.pdf"), inquiries.open(inquiry.id(), Actor.system("test"), null, 20).orElseThrow().lines().stream()
        .flatMap(line -> line.attachments().stream()).map(Attachment::name).toList());
  }

  @Test
  void mailsThatWereNumberedAnewAreNotTakenTwice() {
    receive(mail("otra@correo.example", "Cita", "", "Quiero una cita"));
    int before = kinds().size();
    MAILBOX.renumber();
    read();
    MAILBOX.deliver(mail("otra@correo.example", "Cita", "", "Y otra cosa"));
    readUntil(before + 1);
    read();

    assertEquals(before + 1, kinds().size());
  }

  @Test
  void aLineThatBreaksAgainAndAgainLosesNothingAndRepeatsNothing() throws InterruptedException {
    int before = kinds().size();
    for (int i = 0; i < 40; i++) {
      MAILBOX.deliver(mail("corte" + i + "@correo.example", "Fuera de la oficina " + i, "Auto-Submitted: auto-replied\n", "Vuelvo el lunes"));
    }
    var breaking = Thread.startVirtualThread(() -> {
      try {
        while (true) {
          Thread.sleep(300);
          MAILBOX.dropLines();
        }
      } catch (InterruptedException e) {
        // It is enough.
      }
    });
    turn.run(Duration.ofSeconds(6));
    breaking.interrupt();
    breaking.join();
    readUntil(before + 40);
    read();

    assertEquals(before + 40, kinds().size());
    allAreMarked();
  }

  @Test
  void erasingAPersonLeavesNothingOfTheirMails() {
    receive(mail("borrar@correo.example", "Hola", "", "Quiero que me olviden"));
    inquiryWords("borrar@correo.example");
    var person = contacts.findByAddress(AddressKind.EMAIL, "borrar@correo.example").orElseThrow();
    erasure.erase(person.id(), Origin.person("test"));

    assertEquals(List.of(), mails.ofContact(person.id()));
  }

  @Test
  void mailsOfSomebodyWhoseMatterIsProtectedAreForThoseWhoAreNamed() {
    receive(mail("protegida@correo.example", "Mi caso", "", "Quiero renovar mi pasaporte, vivo en Los Ángeles"));
    inquiryWords("protegida@correo.example");
    var person = contacts.findByAddress(AddressKind.EMAIL, "protegida@correo.example").orElseThrow();
    long matter = inquiries.queue(InquiryFilter.ALL, Actor.system("test"), null, 50).items().stream().map(InquiryReader.Row::inquiry)
        .filter(inquiry -> inquiry.contactId() == person.id()).findFirst().orElseThrow().id();
    long mail = mails.ofContact(person.id()).getFirst();
    var named = inquirers.officer(null).actor();
    var other = inquirers.officer(null).actor();
    assertTrue(lists.open(mail, other).isPresent());

    protection.protect(matter, named);

    assertTrue(lists.open(mail, other).isEmpty());
    assertEquals(List.of(), timeline.entries(person.id(), other, languages.texts("es"), 10));
    assertTrue(lists.open(mail, named).isPresent());
    assertEquals(1, timeline.entries(person.id(), named, languages.texts("es"), 10).size());
  }

  @Test
  void aMailThatIsTooLargeIsKeptByItsBeginning() {
    var big = new StringBuilder("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nMando una foto\n--b\nContent-Type: image/jpeg; name=f.jpg\nContent-Transfer-Encoding: base64\n\n");
    for (int i = 0; i < 60_000; i++) {
      big.append("A".repeat(76)).append('\n');
    }
    receive("From: grande@correo.example\nTo: x\nSubject: foto\n" + big + "--b--\n");

    assertTrue(inquiryWords("grande@correo.example").contains("Mando una foto"));
  }

  @Test
  void whatMachinesSendGoesToNoDesk() {
    receive(mail("ana@correo.example", "Fuera de la oficina", "Auto-Submitted: auto-replied\n", "Vuelvo el lunes"));
    assertEquals(MailKind.AUTOMATIC, newest());
    receive(mail("spam@correo.example", "Oferta", "X-Spam-Flag: YES\n", "Ruleta en línea"));
    assertEquals(MailKind.SPAM, newest());
    receive("Subject: nadie\n\nhola");
    assertEquals(MailKind.NO_SENDER, newest());
    receive(mail("peligro@correo.example", "ayuda", "X-Spam-Flag: YES\n", "mi esposo me esta pegando ahorita tiene un cuchillo ayudenme"));
    assertEquals(MailKind.QUESTION, newest());
  }
}
