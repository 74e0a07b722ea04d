package org.enlacehub.inbound;

import static org.enlacehub.inbound.Webhook.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Erasure;
import org.enlacehub.contact.Origin;
import org.enlacehub.delivery.Lanes;
import org.enlacehub.inquiry.Attachment;
import org.enlacehub.inquiry.Attachments;
import org.enlacehub.inquiry.FileType;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.InquiryReader.Line;
import org.enlacehub.platform.settings.FreePort;
import org.enlacehub.sandbox.InsideProduct;
import org.enlacehub.sandbox.twilio.CarrierBook;
import org.enlacehub.sandbox.twilio.Faults;
import org.enlacehub.sandbox.twilio.Inbound;
import org.enlacehub.sandbox.twilio.InboundMessage;
import org.enlacehub.sandbox.twilio.MediaShelf;
import org.enlacehub.testing.SettableClock;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the carrier took while nobody of us was there is found in its list: nothing lost, nothing doubled, in order, with its time. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciliationTest implements TestDatabase {
  private static final byte[] PICTURE = "\u0089PNG\r\n\u001a\n a picture".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] RECORDING = "OggS a voice".getBytes(StandardCharsets.US_ASCII);
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T15:00:00Z"));
  @Inject Reconciliation reconciliation;
  @Inject AttachmentFetch fetch;
  @Inject Attachments attachments;
  @Inject Inbox inbox;
  @Inject Inbound carrier;
  @Inject MediaShelf shelf;
  @Inject Faults faults;
  @Inject Contacts contacts;
  @Inject Erasure erasure;
  @Inject InquiryReader inquiries;
  @Inject Lanes lanes;
  @Inject CarrierBook book;

  @MockBean(Clock.class)
  Clock clock() {
    return clock;
  }

  @Override
  public Map<String, String> extraProperties() {
    var all = new HashMap<String, String>();
    int port = FreePort.pick();
    InsideProduct.properties(port).forEach((name, value) -> all.put(name, value.toString()));
    all.put("micronaut.server.port", Integer.toString(port));
    all.put("enlace.quartz.autostart", "false");
    return all;
  }

  @BeforeEach
  void theProductHasRunForAWhile() {
    reached(true);
    clock.tick(Duration.ofHours(1));
    reconciliation.run();
  }

  private void reached(boolean reached) {
    faults.change(new Faults.Change(null, null, null, null, null, null, null, null, null, null, null, null, reached, null, null, null, null,
        null, null));
  }

  private void says(String from, boolean whatsapp, String text, MediaShelf.Item... media) {
    carrier.deliver(new InboundMessage(from, whatsapp, text, null, List.of(media), null, null));
    clock.tick(Duration.ofSeconds(3));
  }

  private void settled() {
    Until.isTrue("everything was handed on", Duration.ofSeconds(30), () -> {
      inbox.sweep();
      return inbox.idle() && number("SELECT COUNT(*) FROM arrival WHERE state = 'NEW'") == 0;
    });
  }

  private List<Line> heard(String phone) {
    long contact = contacts.findByAddress(AddressKind.PHONE, phone).orElseThrow().id();
    return inquiries.open(number("SELECT id FROM inquiry WHERE contact_id = " + contact), Actor.system("test"), null, 200).orElseThrow()
        .lines().stream().filter(line -> line.entry().kind().name().equals("IN")).toList();
  }

  @Test
  void anOutageOfTwoDaysIsMadeUp() {
    var phone = "+13035550101";
    says(phone, false, "antes");
    settled();
    var down = clock.instant();
    reached(false);
    for (int i = 0; i < 30; i++) {
      says(phone, i % 2 == 0, "mensaje " + i);
      clock.tick(Duration.ofMinutes(97));
    }
    reached(true);
    says(phone, false, "después");
    clock.tick(Duration.ofMinutes(5));

    assertEquals(30, reconciliation.run());
    settled();
    assertEquals(0, reconciliation.run(), "nothing is brought twice");

    var lines = heard(phone);
    var words = lines.stream().map(Line::words).toList();
    assertEquals("antes", words.getFirst());
    assertEquals(IntStream.range(0, 30).mapToObj(i -> "mensaje " + i).toList(), words.subList(1, 31));
    assertEquals("después", words.get(31));
    assertEquals(32, words.size());
    assertFalse(lines.get(1).entry().at().isAfter(down.plusSeconds(2)), "with the carrier's time");
  }

  @Test
  void receiptsOfAnOutageAreFoundInTheList() {
    says("+13035550105", false, "hola, una pregunta");
    settled();
    faults.change(new Faults.Change(null, null, null, null, null, null, null, null, false, null, null, null, null, 0, 0, null, null, null, null));
    var turn = Thread.ofVirtual().start(() -> lanes.work("sms-1"));
    Until.isTrue("the lane's turn is over", Duration.ofSeconds(20), () -> {
      clock.tick(Duration.ofSeconds(1));
      return !turn.isAlive();
    });
    long message = number("SELECT MAX(id) FROM message WHERE state = 'SENT'");
    Until.isTrue("the carrier delivered it and told nobody", Duration.ofSeconds(20), () ->
        book.find(Webhook.word("SELECT provider_id FROM message WHERE id = " + message)).orElseThrow().status().name().equals("DELIVERED"));
    reconciliation.run();
    assertEquals("SENT", Webhook.word("SELECT state FROM message WHERE id = " + message), "receipts may still come by themselves");
    clock.tick(Duration.ofMinutes(20));
    reconciliation.run();
    assertEquals("DELIVERED", Webhook.word("SELECT state FROM message WHERE id = " + message));
  }

  @Test
  void whatJustCameIsLeftToTheWebhook() {
    reached(false);
    says("+13035550102", false, "recién");
    assertEquals(0, reconciliation.run());
    clock.tick(Duration.ofMinutes(2));
    assertEquals(1, reconciliation.run());
    settled();
  }

  @Test
  void aListThatCannotBeReadIsReadAgain() {
    reached(false);
    says("+13035550103", true, "con el operador caído");
    clock.tick(Duration.ofMinutes(40));
    faults.change(new Faults.Change(null, true, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null));
    assertEquals(0, reconciliation.run());
    faults.change(new Faults.Change(null, false, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null));
    assertEquals(1, reconciliation.run());
    settled();
  }

  @Test
  void picturesAreFoundInTheListTooAndFetchedOnce() {
    var phone = "+13035550104";
    reached(false);
    says(phone, true, "mi pasaporte", shelf.put("image/png", PICTURE), shelf.put("audio/ogg", RECORDING), shelf.put("audio/ogg", "no es audio".getBytes()));
    clock.tick(Duration.ofMinutes(5));
    assertEquals(1, reconciliation.run());
    settled();
    assertEquals(List.of(Attachment.State.WAITING), heard(phone).getFirst().attachments().stream().map(Attachment::state).distinct().toList());
    fetch.run();
    fetch.run();
    var files = heard(phone).getFirst().attachments();
    assertEquals(List.of("image/png", "audio/ogg", "application/octet-stream"), files.stream().map(f -> f.type().mime()).toList());
    assertEquals(FileType.Shown.DOWNLOAD, files.getLast().type().shown(), "what is no sound is not played, whatever it is called");
    assertEquals(new String(PICTURE, StandardCharsets.ISO_8859_1),
        new String(attachments.open(files.getFirst().id(), Actor.system("test")).orElseThrow().content(), StandardCharsets.ISO_8859_1));
    assertTrue(attachments.open(files.getFirst().id(), new Actor(1, "x", Set.of(Role.OFFICER), "GT-US-XXX")).isEmpty(), "another desk finds none");
    assertEquals(0, number("SELECT COUNT(*) FROM inquiry_attachment_piece WHERE INSTR(content, 'a picture') > 0"), "it is sealed");

    long contact = contacts.findByAddress(AddressKind.PHONE, phone).orElseThrow().id();
    erasure.erase(contact, Origin.person("test"));
    assertEquals(0, number("SELECT COUNT(*) FROM inquiry_attachment WHERE contact_id = " + contact));
    assertTrue(attachments.open(files.getFirst().id(), Actor.system("test")).isEmpty());
  }
}
