package org.enlacehub.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An administrator adds a system that is told, sees what it took and sends again; programs may do so too, others may not. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookBrowserTest implements TestDatabase {
  private static final String PASSWORD = "una-clave-larga-2027";
  private static final String TOKEN = "first-administrators-token";
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  @Inject Notices notices;
  @Inject Dispatch dispatch;
  @Inject Webhooks webhooks;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false", "enlace.admin-token", TOKEN, "enlace.webhooks.internal", "true");
  }

  @BeforeAll
  void staff() {
    staffs.create(Actor.system("test"), new NewStaff("Ada", "ada@example.org", Set.of(Role.ADMINISTRATOR), null, PASSWORD, "es"));
    staffs.create(Actor.system("test"), new NewStaff("Carla", "carla@example.org", Set.of(Role.COMMUNICATION), null, PASSWORD, "es"));
  }

  private BrowserSession signedIn(String email) {
    return BrowserSession.open(server.getURI()).signIn(email, PASSWORD);
  }

  @Test
  void aSystemIsToldAndSentAgain() {
    try (var ada = signedIn("ada@example.org")) {
      var page = ada.go("/ajustes/avisos").page();
      ada.look("webhook-none");
      page.fill("#f-name", "Portal de citas");
      page.fill("#f-address", "ftp://citas.example.org");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Agregar")).click();
      page.waitForSelector(".field-wrong #f-address");
      assertEquals("Portal de citas", page.inputValue("#f-name"));
      page.fill("#f-address", "http://127.0.0.1:9/avisos");
      page.check("#t-CAMPAIGN");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Agregar")).click();
      page.waitForSelector("text=whsec_");
      ada.look("webhook-secret");
      var hook = webhooks.all().getFirst();
      notices.tell(NoticeType.CAMPAIGN, Map.of("campaignId", "7", "name", "aviso", "state", "RUNNING", "act", "start"));
      dispatch.run();
      ada.go("/ajustes/avisos/" + hook.id());
      page.waitForSelector("text=No se pudo llegar");
      ada.look("webhook-deliveries");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enviar otra vez: evt_")).click();
      page.waitForSelector("text=Se envía otra vez.");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pausar")).click();
      page.waitForSelector("text=En pausa");
      webhooks.delete(Actor.system("test"), hook.id());
      assertEquals(List.of(), ada.complaints());
    }
  }

  @Test
  void othersSeeNothingOfIt() {
    try (var carla = signedIn("carla@example.org")) {
      assertEquals(403, carla.page().request().get(server.getURI() + "/ajustes/avisos").status());
    }
  }

  @Test
  void programsDoTheSame() {
    var api = new Browserless(server.getURI()).with("Sec-Fetch-Site", null).with("Accept", "application/json").with("Authorization", "Bearer " + TOKEN);
    var wrong = api.postJson("/api/v1/webhooks", "{\"name\": \"X\", \"address\": \"gopher://x\", \"types\": [\"campaign.changed\"]}");
    assertEquals(400, wrong.statusCode());
    assertTrue(wrong.body().contains("/address"), wrong.body());
    assertTrue(api.postJson("/api/v1/webhooks", "{\"name\": \"X\", \"address\": \"https://example.org\", \"types\": [\"campaign.deleted\"]}").body().contains("/types"));
    var made = api.postJson("/api/v1/webhooks", "{\"name\": \"Programa\", \"address\": \"http://127.0.0.1:9/\", \"types\": [\"campaign.changed\"]}");
    assertEquals(201, made.statusCode(), made.body());
    assertTrue(made.body().contains("whsec_"), made.body());
    assertTrue(!api.get("/api/v1/webhooks").body().contains("whsec_"), "shown once");
    var hook = webhooks.all().stream().filter(h -> h.name().equals("Programa")).findFirst().orElseThrow();
    notices.tell(NoticeType.CAMPAIGN, Map.of("campaignId", "7", "name", "aviso", "state", "RUNNING", "act", "start"));
    assertTrue(api.get("/api/v1/webhooks/" + hook.id() + "/deliveries").body().contains("\"state\":\"WAITING\""));
    assertEquals(204, api.postJson("/api/v1/webhooks/" + hook.id() + "/pause", "{}").statusCode());
    webhooks.delete(Actor.system("test"), hook.id());
    assertEquals(404, api.postJson("/api/v1/webhooks/" + hook.id() + "/resume", "{}").statusCode());
  }
}
