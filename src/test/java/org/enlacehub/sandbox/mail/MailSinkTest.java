package org.enlacehub.sandbox.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.enlacehub.sandbox.SandboxCarriers;
import org.enlacehub.sandbox.twilio.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jakarta Mail sends through the sink and reads the hub's mailbox. */
class MailSinkTest {
  private static ApplicationContext context;
  private static CaughtMails mails;

  @BeforeAll
  static void start() {
    context = ApplicationContext.run(Map.of("enlace.role", "sandbox", "enlace.sandbox", "true", "micronaut.server.port", "-1"));
    mails = context.getBean(CaughtMails.class);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void clear() throws Exception {
    mails.clear();
    context.getBean(MailFaults.class).reset();
    context.getBean(MailFaults.class).change(new MailFaults.Change(null, null, null, null, null, 20, null));
    try (var store = imap(); var folder = store.getFolder("INBOX")) {
      folder.open(Folder.READ_WRITE);
      Arrays.stream(folder.getMessages()).forEach(MailSinkTest::delete);
    }
  }

  @Test
  void catchesMailToAnyoneWithItsLetters() throws Exception {
    send("maria@example.org", "Su cita: mañana", "Línea uno\n.línea con punto\nfin");
    var read = ReadMail.of(mails.newest(mail -> mail.isTo("MARIA@example.org"), 1).getFirst());
    assertEquals("Su cita: mañana", read.subject());
    assertEquals("Línea uno\r\n.línea con punto\r\nfin", read.text().strip());
    assertEquals(SandboxCarriers.MAIL_FROM, read.replyTo());
  }

  @Test
  void aConnectionServesManyMails() throws Exception {
    try (var transport = session().getTransport()) {
      transport.connect();
      for (int i = 0; i < 20; i++) {
        var message = message("p" + i + "@example.org", "n " + i, "x");
        transport.sendMessage(message, message.getAllRecipients());
      }
    }
    assertEquals(20, mails.newest(_ -> true, 100).size());
  }

  @Test
  void aWrongPasswordIsRefused() {
    // A session without an authenticator: Jakarta Mail would ask it for another password.
    var session = Session.getInstance(session().getProperties());
    assertThrows(AuthenticationFailedException.class, () -> {
      try (var transport = session.getTransport()) {
        transport.connect("hub", "wrong");
      }
    });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      unknown@example.org,         550
      blocked.ana@example.org,     550
      full@example.org,            452
      greylist@example.org,        451
      """)
  void refusesByAddress(String to, int code) {
    var error = assertThrows(MessagingException.class, () -> send(to, "x", "x"));
    assertEquals(code, ((SMTPAddressFailedException) error.getNextException()).getReturnCode());
    assertEquals(0, mails.newest(_ -> true, 10).size());
  }

  @Test
  void aGreylistLetsThroughAtTheThirdTry() throws Exception {
    assertThrows(MessagingException.class, () -> send("greylist.b@example.org", "x", "x"));
    assertThrows(MessagingException.class, () -> send("greylist.b@example.org", "x", "x"));
    send("greylist.b@example.org", "x", "x");
    assertEquals(1, mails.newest(_ -> true, 10).size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"spam@example.org, 0", "toolarge@example.org, 0", "dropbefore@example.org, 0", "dropafter@example.org, 1"})
  void failsAtTheEnd(String to, int kept) {
    assertThrows(MessagingException.class, () -> send(to, "x", "x"));
    assertEquals(kept, mails.newest(_ -> true, 10).size());
  }

  @Test
  void slowIsOnlySlow() throws Exception {
    send("slow@example.org", "x", "x");
    assertEquals(1, mails.newest(_ -> true, 10).size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      bounce@example.org,     multipart/report,  5.1.1
      softbounce@example.org, multipart/report,  4.2.2
      oddbounce@example.org,  text/plain,        5.1.1
      complaint@example.org,  multipart/report,  Feedback-Type: abuse
      away@example.org,       text/plain,        Estoy de viaje
      """)
  void reportsComeBackToTheHubsMailbox(String to, String type, String says) throws Exception {
    send(to, "Aviso", "x");
    var mailbox = context.getBean(HubMailbox.class);
    Waiting.until(() -> count(mailbox) == 1);
    try (var store = imap(); var folder = store.getFolder("INBOX")) {
      folder.open(Folder.READ_ONLY);
      var report = folder.getMessage(1);
      var raw = new java.io.ByteArrayOutputStream();
      report.writeTo(raw);
      assertTrue(report.isMimeType(type), report.getContentType());
      assertTrue(raw.toString(java.nio.charset.StandardCharsets.UTF_8).contains(says));
    }
  }

  @Test
  void aMigrantsAnswerIsThreaded() throws Exception {
    send("maria@example.org", "Su cita", "Conteste este correo.");
    var sent = mails.newest(_ -> true, 1).getFirst();
    context.getBean(MigrantMail.class).send(new MigrantMail.Letter("maria@example.org", "María Tzoc", null, "Re: Su cita", "Sí voy", sent));
    try (var store = imap(); var folder = store.getFolder("INBOX")) {
      folder.open(Folder.READ_ONLY);
      var arrived = folder.getMessage(1);
      assertEquals("Re: Su cita", arrived.getSubject());
      assertEquals(ReadMail.of(sent).messageId(), arrived.getHeader("In-Reply-To")[0]);
      assertEquals("María Tzoc", ((InternetAddress) arrived.getFrom()[0]).getPersonal());
    }
  }

  @Test
  void theHubCanWriteToItself() throws Exception {
    send("reply+abc@hub.example.org", "x", "x");
    Waiting.until(() -> count(context.getBean(HubMailbox.class)) == 1);
  }

  private static int count(HubMailbox mailbox) {
    try {
      return mailbox.count();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new AssertionError(e);
    }
  }

  private static void send(String to, String subject, String text) throws MessagingException {
    Transport.send(message(to, subject, text), SandboxCarriers.MAIL_USER, SandboxCarriers.MAIL_PASSWORD);
  }

  private static MimeMessage message(String to, String subject, String text) throws MessagingException {
    var message = new MimeMessage(session());
    message.setFrom(SandboxCarriers.MAIL_FROM);
    message.setRecipients(Message.RecipientType.TO, to);
    message.setSubject(subject, "UTF-8");
    message.setText(text, "UTF-8");
    message.saveChanges();
    return message;
  }

  private static Session session() {
    var properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", "localhost");
    properties.put("mail.smtp.port", context.getBean(SmtpServer.class).port());
    properties.put("mail.smtp.auth", "true");
    properties.put("mail.smtp.user", SandboxCarriers.MAIL_USER);
    return Session.getInstance(properties, new jakarta.mail.Authenticator() {
      @Override
      protected jakarta.mail.PasswordAuthentication getPasswordAuthentication() {
        return new jakarta.mail.PasswordAuthentication(SandboxCarriers.MAIL_USER, SandboxCarriers.MAIL_PASSWORD);
      }
    });
  }

  private static Store imap() throws MessagingException {
    var store = Session.getInstance(new Properties()).getStore("imap");
    store.connect("localhost", context.getBean(HubMailbox.class).port(), SandboxCarriers.MAIL_USER, SandboxCarriers.MAIL_PASSWORD);
    return store;
  }

  private static void delete(Message message) {
    try {
      message.setFlag(jakarta.mail.Flags.Flag.DELETED, true);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
