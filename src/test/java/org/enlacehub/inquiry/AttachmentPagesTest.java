package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.imageio.ImageIO;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Channel;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.triage.Triage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people sent is seen by their desk only, and nothing in it can act on who looks. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentPagesTest implements TestDatabase {
  @Inject EmbeddedServer server;
  @Inject Inquirers people;
  @Inject Reception reception;
  @Inject Attachments attachments;
  @Inject InquiryReader reader;
  @Inject Triage triage;
  @Inject Clock clock;
  private Inquiry inquiry;
  private List<Attachment> files;

  @BeforeAll
  void somebodySendsThings() throws Exception {
    var person = people.person();
    var picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", picture);
    var text = Inquirers.PASSPORT;
    inquiry = reception.receive(new Incoming(99, person.id(), person.addresses().getFirst().id(), Channel.WHATSAPP, null,
        text, null, null, List.of(
            Incoming.Attached.here("<img src=x onerror=alert(1)>.png", "image/png", picture.toByteArray()),
            Incoming.Attached.here("nota.ogg", "audio/ogg", "OggS sonido".getBytes(StandardCharsets.US_ASCII)),
            Incoming.Attached.here("foto.svg", "image/svg+xml", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII)),
            Incoming.Attached.here("página.html", "text/html", "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)),
            Incoming.Attached.here(null, "text/vcard", "BEGIN:VCARD\nVERSION:3.0\nFN:Rosa Xol\nTEL;type=CELL:+502 5555 0101\nEND:VCARD".getBytes(
                StandardCharsets.UTF_8)),
            Incoming.Attached.here("vacío.pdf", "application/pdf", new byte[0]),
            Incoming.Attached.here("grande.mp4", "video/mp4", new byte[Attachments.LARGEST + 1]),
            Incoming.Attached.atCarrier(null, "https://api.twilio.com/2010-04-01/Accounts/A/Messages/M/Media/E", "image/jpeg")),
        null, triage.assess(text), clock.instant())).orElseThrow();
    files = reader.open(inquiry.id(), Actor.system("test"), null, 10).orElseThrow().lines().getFirst().attachments();
  }

  @Test
  void whatItIsIsToldFromItsBytes() {
    assertEquals(List.of("STORED image/png PICTURE", "STORED audio/ogg SOUND", "STORED application/octet-stream DOWNLOAD",
        "STORED application/octet-stream DOWNLOAD", "STORED text/vcard DOWNLOAD", "REFUSED application/octet-stream DOWNLOAD",
        "REFUSED application/octet-stream DOWNLOAD", "WAITING application/octet-stream DOWNLOAD"),
        files.stream().map(f -> f.state() + " " + f.type().mime() + " " + f.type().shown()).toList());
    assertEquals("Rosa Xol · +502 5555 0101", files.get(4).name());
    assertEquals("empty too-large", files.get(5).reason() + " " + files.get(6).reason());
    assertTrue(attachments.open(files.get(7).id(), Actor.system("test")).isEmpty());
  }

  @Test
  void theDeskSeesThemAndNothingActs() {
    try (var browser = BrowserSession.open(server.getURI())) {
      var officer = people.officer(inquiry.desk());
      browser.signIn(officer.email(), Inquirers.PASSWORD).go("/bandeja/" + inquiry.id()).look("conversation-attachments");
      var page = browser.page();
      assertEquals(320, page.evaluate("document.querySelector('.bubble-picture').naturalWidth"));
      assertEquals(1, page.locator("audio").count());
      assertEquals(3, page.locator("a[download]").count());
      var raw = page.request().get(server.getURI() + "/bandeja/adjuntos/" + files.get(2).id());
      assertEquals("200 application/octet-stream nosniff default-src 'none'; sandbox attachment; filename=\"" + files.get(2).id() + ".bin\" private, no-store",
          raw.status() + " " + raw.headers().get("content-type") + " " + raw.headers().get("x-content-type-options") + " "
              + raw.headers().get("content-security-policy") + " " + raw.headers().get("content-disposition") + " "
              + raw.headers().get("cache-control"));
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void anotherDeskAndStrangersFindNothing() {
    try (var browser = BrowserSession.open(server.getURI())) {
      assertTrue(List.of(401, 200).contains(browser.page().request().get(server.getURI() + "/bandeja/adjuntos/" + files.getFirst().id()).status()));
      browser.signIn(people.officer(inquiry.desk().equals("GT-US-HOU") ? "GT-US-CHI" : "GT-US-HOU").email(), Inquirers.PASSWORD);
      for (var file : files) {
        assertEquals(404, browser.page().request().get(server.getURI() + "/bandeja/adjuntos/" + file.id()).status());
      }
      assertEquals(404, browser.page().request().get(server.getURI() + "/bandeja/adjuntos/1").status());
    }
  }

  @Test
  void aPlaceIsCalledAPlaceAndAFileWithoutWordsIsToldInTheQueue() {
    var person = people.person();
    var phone = person.addresses().getFirst().id();
    var pin = reception.receive(new Incoming(98, person.id(), phone, Channel.WHATSAPP, null, "", 34.0584, -118.2785, List.of(), null,
        triage.assess(""), clock.instant())).orElseThrow();
    try (var browser = BrowserSession.open(server.getURI())) {
      var officer = people.officer(pin.desk());
      browser.signIn(officer.email(), Inquirers.PASSWORD).go("/bandeja/" + pin.id());
      var page = browser.page();
      assertTrue(page.locator("#thread").innerText().contains("Ubicación: 34.0584, -118.2785"));
      assertTrue(!page.content().contains("por estas palabras"));

      reception.receive(new Incoming(97, person.id(), phone, Channel.WHATSAPP, null, "", null, null,
          List.of(Incoming.Attached.here("nota.ogg", "audio/ogg", "OggS sonido".getBytes(StandardCharsets.US_ASCII))), null,
          triage.assess(""), clock.instant().plusSeconds(1))).orElseThrow();
      browser.go("/bandeja");
      assertTrue(page.locator(".queue-row", new Page.LocatorOptions().setHasText(pin.reference())).innerText()
          .contains("Envió un archivo sin palabras."));
    }
  }
}
