package org.enlacehub.delivery;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.sandbox.SandboxCarriers;
import org.enlacehub.sandbox.mail.CaughtMail;
import org.enlacehub.sandbox.mail.CaughtMails;
import org.enlacehub.sandbox.mail.HubMailbox;
import org.enlacehub.sandbox.mail.MailFaults;
import org.enlacehub.sandbox.mail.MigrantMail;
import org.enlacehub.sandbox.mail.SmtpServer;
import org.enlacehub.sandbox.twilio.BookedMessage;
import org.enlacehub.sandbox.twilio.CarrierBook;
import org.enlacehub.sandbox.twilio.ContentShelf;
import org.enlacehub.sandbox.twilio.Faults;

/** The sandbox's carriers in this JVM, and what the product must be told to use them. */
public final class StandInCarriers implements AutoCloseable {
  private final ApplicationContext context;
  private final EmbeddedServer server;

  public StandInCarriers() {
    context = ApplicationContext.run(Map.of("enlace.role", "sandbox", "enlace.sandbox", "true", "micronaut.server.port", "-1"),
        "test");
    server = context.getBean(EmbeddedServer.class).start();
    reset();
  }

  /** Properties of a product that sends by these carriers; its scheduler stands still, so that a test takes the turns. */
  public Map<String, String> properties() {
    var all = new HashMap<String, String>();
    all.put("twilio.account-sid", SandboxCarriers.ACCOUNT_SID);
    all.put("twilio.auth-token", SandboxCarriers.AUTH_TOKEN);
    all.put("twilio.api-url", "http://localhost:" + server.getPort() + SandboxCarriers.TWILIO_PATH);
    all.put("enlace.sms-from", SandboxCarriers.SMS_FROM);
    all.put("enlace.whatsapp-from", SandboxCarriers.WHATSAPP_FROM);
    all.put("enlace.mail-from", "Consulado de Guatemala <" + SandboxCarriers.MAIL_FROM + ">");
    all.put("enlace.smtp-url", context.getBean(SmtpServer.class).url());
    all.put("enlace.imap-url", context.getBean(HubMailbox.class).url());
    all.put("enlace.mail.plus-addresses", "true");
    all.put("enlace.public-url", "http://localhost:9");
    all.put("enlace.quartz.autostart", "false");
    all.put("enlace.twilio.answer-timeout", "PT3S");
    all.put("enlace.delivery.evidence-grace", "PT1S");
    return all;
  }

  public void reset() {
    context.getBean(Faults.class).reset();
    context.getBean(MailFaults.class).change(new MailFaults.Change(false, false, false, 0, 0, 0, null));
    contents().reviewersRest(false);
    // Nobody listens at the product's address in these tests.
    change("callbacks", false);
  }

  /** Changes one fault of Twilio's. */
  public void change(String fault, Object value) {
    var type = Faults.Change.class;
    try {
      var components = type.getRecordComponents();
      var arguments = new Object[components.length];
      var types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        arguments[i] = components[i].getName().equals(fault) ? value : null;
      }
      context.getBean(Faults.class).change(type.getDeclaredConstructor(types).newInstance(arguments));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** WhatsApp's templates at Twilio, and who reviews them. */
  public ContentShelf contents() {
    return context.getBean(ContentShelf.class);
  }

  MailFaults mail() {
    return context.getBean(MailFaults.class);
  }

  /** What Twilio has for a person, oldest first. */
  public List<BookedMessage> bookOf(String person) {
    return context.getBean(CarrierBook.class).conversation(person, 100).stream().filter(m -> !m.inbound())
        .sorted(java.util.Comparator.comparingLong(BookedMessage::number)).toList();
  }

  /** Somebody writes to the hub; {@code answered} is the mail that they answer, null for none. */
  public void writes(String from, String subject, String text, CaughtMail answered) {
    context.getBean(MigrantMail.class).send(new MigrantMail.Letter(from, null, null, subject, text, answered));
  }

  /** Something lands in the hub's mailbox as it stands. */
  public void delivers(byte[] raw) {
    context.getBean(HubMailbox.class).deliver(raw);
  }

  CarrierBook book() {
    return context.getBean(CarrierBook.class);
  }

  public List<CaughtMail> mailsTo(String address) {
    return context.getBean(CaughtMails.class).newest(m -> m.isTo(address), 100);
  }

  @Override
  public void close() {
    context.close();
  }
}
