package org.enlacehub.sandbox.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.enlacehub.sandbox.SandboxCarriers;
import org.enlacehub.sandbox.mail.HubMailbox;
import org.enlacehub.sandbox.twilio.CarrierBook;
import org.enlacehub.sandbox.twilio.Faults;
import org.enlacehub.sandbox.twilio.Waiting;
import org.enlacehub.testing.BrowserSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person plays a migrant in a real browser; the sandbox runs alone, as {@code ./enlace sandbox} does. */
class PhonePageTest {
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
  private static ApplicationContext context;
  private static EmbeddedServer server;
  private static BrowserSession browser;

  @BeforeAll
  static void start() {
    context = ApplicationContext.run(Map.of("enlace.role", "sandbox", "enlace.sandbox", "true", "micronaut.server.port", "-1",
        "micronaut.server.max-request-size", "8MB", "sandbox.product-url", "http://localhost:1"));
    server = context.getBean(EmbeddedServer.class).start();
    context.getBean(Faults.class).change(new Faults.Change(null, null, null, null, null, null, null, null, null, null, null, null,
        null, 20, 20, 20, null, null, null));
    browser = BrowserSession.open(server.getURI());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    context.close();
  }

  @Test
  void aPersonAnswersByWhatsAppWithTextPinPictureAndVoice(@TempDir Path folder) throws Exception {
    var page = browser.go("/sandbox/phone?lang=es").page();
    page.fill("#who", "+1 (206) 555-0142");
    page.click(".pick button");
    page.click(".app-whatsapp");
    page.fill("#text", "Buenos días, ¿dónde queda el consulado?");
    page.press("#text", "Enter");
    bubble(page, ".mine", "¿dónde queda el consulado?").waitFor();
    assertEquals("text", page.evaluate("document.activeElement.id"));
    twilio("whatsapp:+12065550142", "whatsapp:" + SandboxCarriers.WHATSAPP_FROM, "Estamos en la Quinta Avenida.");
    bubble(page, ".theirs", "Quinta Avenida").waitFor();
    page.waitForFunction("document.getElementById('heard').textContent.includes('Quinta Avenida')");

    page.click("#attach summary");
    page.selectOption("#preset", "26.7153,-80.0534");
    page.click("button:has-text('Enviar ubicación')");
    page.locator(".map:has-text('26.7153')").waitFor();

    var picture = Files.write(folder.resolve("foto.png"), Base64.getDecoder().decode(PNG));
    page.click("#attach summary");
    page.setInputFiles("#file", picture);
    page.fill("#text", "mi pasaporte");
    page.click(".go");
    page.locator("img.picture").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));

    page.click("#attach summary");
    page.click("button[name=sample]");
    page.locator("audio.voice").waitFor();

    assertEquals(5, context.getBean(CarrierBook.class).conversation("whatsapp:+12065550142", 50).size());
    page.click("#attach summary");
    browser.look("telefono-whatsapp");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void whatFailsIsSeenAtTheCarrierAndNotOnThePhone() throws Exception {
    twilio("+12065550165", SandboxCarriers.SMS_FROM, "Su cita es mañana");
    var page = browser.go("/sandbox/phone?who=%2B12065550165&tab=sms&lang=es").page();
    page.locator(".trace-bad:has-text('30003')").waitFor();
    assertEquals(0, page.locator(".bubble").count());
    page.click(".numbers summary");
    browser.look("telefono-falla");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aMailIsReadAndAnswered() throws Exception {
    var mailbox = context.getBean(HubMailbox.class);
    try (var smtp = new PlainSmtp(context.getBean(org.enlacehub.sandbox.mail.SmtpServer.class).port())) {
      smtp.send(SandboxCarriers.MAIL_FROM, "maria@example.org", """
          From: Consulado <%s>
          To: maria@example.org
          Subject: Su cita
          Message-ID: <cita-1@hub.example.org>
          Content-Type: text/plain; charset=utf-8

          Su cita es el lunes a las 9:00.
          """.formatted(SandboxCarriers.MAIL_FROM));
    }
    var page = browser.go("/sandbox/phone?who=maria@example.org&lang=en").page();
    bubble(page, ".theirs", "lunes a las 9:00").waitFor();
    assertEquals("Re: Su cita", page.inputValue("#subject"));
    page.fill("#text", "Thank you, I will be there.");
    page.click(".go");
    bubble(page, ".mine", "I will be there").waitFor();
    Waiting.until(() -> count(mailbox) == 1);
    browser.look("phone-mail");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void whatIsWrongIsSaidWhereItIsWrong() {
    var page = browser.go("/sandbox/phone?who=nadie&lang=es").page();
    assertTrue(page.locator(".problem").innerText().contains("+1 213 555 0142"));
    browser.look("telefono-nadie");
    browser.go("/sandbox/phone?who=%2B12065550143&tab=whatsapp&lang=es");
    page.click(".go");
    page.locator(".composer .problem:has-text('Escriba algo')").waitFor();
    page.click("#attach summary");
    page.fill("[name=latitude]", "95");
    page.click("button:has-text('Enviar ubicación')");
    page.locator(".composer .problem:has-text('latitud')").waitFor();
  }

  @Test
  void aPictureThatIsTooLargeIsRefusedInWords(@TempDir Path folder) throws Exception {
    var page = browser.go("/sandbox/phone?who=%2B12065550145&tab=whatsapp&lang=es").page();
    page.click("#attach summary");
    page.setInputFiles("#file", Files.write(folder.resolve("large.png"), new byte[6 << 20]));
    page.locator(".composer .problem:has-text('5 MB')").waitFor();
    assertEquals("", page.inputValue("#file"));
  }

  @Test
  void theWholePhoneCanBeUsedByKeyboard() {
    var page = browser.go("/sandbox/phone?lang=es").page();
    page.focus("#who");
    page.keyboard().type("+12065550144");
    page.keyboard().press("Enter");
    page.waitForSelector("#text");
    page.focus("#text");
    page.keyboard().type("Hola");
    page.keyboard().press("Enter");
    bubble(page, ".mine", "Hola").waitFor();
  }

  private static Locator bubble(Page page, String side, String text) {
    return page.locator(".bubble" + side + ":has-text('" + text + "')");
  }

  private static int count(HubMailbox mailbox) {
    try {
      return mailbox.count();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new AssertionError(e);
    }
  }

  private static void twilio(String to, String from, String body) throws Exception {
    var form = "To=" + encode(to) + "&From=" + encode(from) + "&Body=" + encode(body);
    var credentials = Base64.getEncoder().encodeToString((SandboxCarriers.ACCOUNT_SID + ":" + SandboxCarriers.AUTH_TOKEN).getBytes());
    var request = java.net.http.HttpRequest.newBuilder(server.getURI().resolve(SandboxCarriers.TWILIO_PATH + "/2010-04-01/Accounts/"
        + SandboxCarriers.ACCOUNT_SID + "/Messages.json")).header("Authorization", "Basic " + credentials)
        .header("Content-Type", "application/x-www-form-urlencoded").POST(java.net.http.HttpRequest.BodyPublishers.ofString(form)).build();
    assertEquals(201, java.net.http.HttpClient.newHttpClient()
        .send(request, java.net.http.HttpResponse.BodyHandlers.discarding()).statusCode());
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
