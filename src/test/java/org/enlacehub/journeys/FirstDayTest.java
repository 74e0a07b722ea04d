package org.enlacehub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.EnlaceProcess;
import org.enlacehub.testing.TestServer;
import org.enlacehub.testing.TwilioCall;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole story on the first day, in the running demo and a real browser: a campaign leaves, a question comes in and is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstDayTest {
  private static final String PASSWORD = "demo-enlace-2026";
  private static final String MIGRANT = "+12135550123";
  private static final String QUESTION = "buenas MARCAPRIVADA quiero renovar mi pasaporte, vivo en los angeles california";
  private static final String ANSWER = "Con gusto: pida su cita y traiga su DPI.";
  private static final Duration SOON = Duration.ofSeconds(40);
  private EnlaceProcess demo;
  /** The path of the migrant's inquiry, known once an officer has opened it. */
  private String inquiry;

  @BeforeAll
  void start(@TempDir Path data) {
    var environment = new HashMap<>(TestServer.environment());
    environment.putAll(Map.of("ENLACE_PORT", "0", "ENLACE_DATA_DIR", data.toString(),
        "ENLACE_CAMPAIGNS_DIR", Path.of("src/test/resources/fixtures/journeys/campaigns").toAbsolutePath().toString()));
    demo = EnlaceProcess.start(environment, "demo");
  }

  @AfterAll
  void stop() {
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  @Order(1)
  void aCampaignIsApprovedByASecondPersonAndLeaves() {
    try (var author = BrowserSession.open(demo.address())) {
      author.signIn("comunicacion@demo.example.org", PASSWORD).go("/campanas").look("campaigns");
      button(author.page(), "Usar").first().click();
      author.look("campaign-draft");
      button(author.page(), "Pedir aprobación").click();
      PlaywrightAssertions.assertThat(author.page().getByText("Usted escribió esta campaña")).isVisible();
      assertEquals(0, button(author.page(), "Aprobar").count(), "nobody approves their own campaign");
    }
    try (var approver = BrowserSession.open(demo.address())) {
      approver.signIn("aprobacion@demo.example.org", PASSWORD).go("/campanas/aviso-de-prueba");
      button(approver.page(), "Aprobar").click();
      button(approver.page(), "Enviar ahora").click();
      approver.page().locator("dialog[open] button[type=submit]").click();
      PlaywrightAssertions.assertThat(approver.page().locator("h1")).hasText("Aviso de prueba");
      Until.isTrue("the campaign is completed", Duration.ofMinutes(2), () -> {
        approver.go("/campanas/aviso-de-prueba");
        return approver.page().content().contains("Completada");
      });
      Until.isTrue("receipts arrived", SOON, () -> {
        approver.go("/campanas/aviso-de-prueba");
        return number(approver.page(), "Entregados") > 10;
      });
      assertTrue(number(approver.page(), "Personas") >= number(approver.page(), "Entregados"));
      approver.look("campaign-run");
      assertEquals(List.of(), approver.complaints());
    }
  }

  @Test
  @Order(2)
  void aQuestionReachesItsConsulateAndIsAnswered() {
    assertEquals(200, new TwilioCall(demo.address()).message("SM" + "a".repeat(32), MIGRANT, QUESTION));
    Until.isTrue("the acknowledgement arrived on the telephone", SOON, () -> book(MIGRANT).contains("Su referencia es LA-"));
    try (var officer = BrowserSession.open(demo.address())) {
      officer.signIn("losangeles@demo.example.org", PASSWORD).go("/bandeja").look("queue");
      officer.page().locator(".queue-row a").first().click();
      inquiry = URI.create(officer.page().url()).getPath();
      PlaywrightAssertions.assertThat(officer.page().locator(".talk")).containsText("quiero renovar mi pasaporte");
      officer.look("conversation");
      officer.page().fill("#reply-text", ANSWER);
      button(officer.page(), "Enviar respuesta").click();
      PlaywrightAssertions.assertThat(officer.page().locator(".talk")).containsText(ANSWER);
      Until.isTrue("the answer arrived on the telephone", SOON, () -> book(MIGRANT).contains(ANSWER));
      PlaywrightAssertions.assertThat(officer.page().locator(".talk")).containsText("Entregado",
          within(SOON));
      assertEquals(List.of(), officer.complaints());
    }
  }

  @Test
  @Order(3)
  void anotherDeskFindsNothingOfIt() {
    try (var other = BrowserSession.open(demo.address())) {
      other.signIn("houston@demo.example.org", PASSWORD).go("/bandeja");
      assertEquals(0, other.page().locator(".queue-row").count());
      assertFalse(other.page().content().contains("MARCAPRIVADA"));
      assertEquals(404, other.page().navigate(demo.address() + inquiry).status(), "not even its existence shows");
    }
  }

  @Test
  @Order(4)
  void repeatedOrForgedWebhooksChangeNothing() {
    var twilio = new TwilioCall(demo.address());
    for (int i = 0; i < 20; i++) {
      assertEquals(200, twilio.message("SM" + "a".repeat(32), MIGRANT, QUESTION));
    }
    assertEquals(403, twilio.post("/webhooks/twilio/inbound", Map.of("MessageSid", "SM" + "b".repeat(32), "From", MIGRANT, "Body", "x"),
        "not the token"));
    assertEquals(1, book(MIGRANT).split("Su referencia es", -1).length - 1, "one acknowledgement, however often it is posted");
  }

  @Test
  @Order(5)
  void onThePhonePageAPersonWritesIsAnsweredAndSeesWhatWasDecidedAndWhy() {
    try (var phone = BrowserSession.open(demo.address())) {
      phone.go("/sandbox/phone?who=%2B17865550188");
      var page = phone.page();
      PlaywrightAssertions.assertThat(page.locator("#hub")).containsText("Todavía no conoce a esta persona");
      page.fill("#text", "me quitaron a mi hijo MARCAPRIVADA de 5 años en homestead florida, no sé dónde está");
      page.press("#text", "Enter");
      PlaywrightAssertions.assertThat(page.locator("#thread")).containsText("Ref. MI-", within(SOON));
      PlaywrightAssertions.assertThat(page.locator("#hub")).containsText("Consulado General en Miami", within(SOON));
      PlaywrightAssertions.assertThat(page.locator("#hub")).containsText("Vida en peligro");
      PlaywrightAssertions.assertThat(page.locator("#hub")).containsText("homestead");
      phone.look("phone");
      assertEquals(List.of(), phone.complaints());
    }
  }

  @Test
  @Order(6)
  void theLogNamesNobody() {
    var log = demo.output();
    assertFalse(log.contains("MARCAPRIVADA"), "words of a migrant are in the log");
    assertFalse(log.contains("2135550123"), "a migrant's number is in the log");
    assertFalse(log.contains(" ERROR "), () -> "the log has errors:\n" + log);
  }

  private static LocatorAssertions.ContainsTextOptions within(Duration time) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(time.toMillis());
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(false));
  }

  private static int number(Page page, String label) {
    var tile = page.locator(".tile", new Page.LocatorOptions().setHasText(label)).first().locator(".tile-value");
    return tile.count() == 0 ? 0 : Integer.parseInt(tile.innerText().replaceAll("\\D", ""));
  }

  /** What the carrier has for this telephone. */
  private String book(String to) {
    try (var http = HttpClient.newHttpClient()) {
      var uri = URI.create(demo.address() + "/sandbox/book?to=" + to.replace("+", "%2B"));
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
