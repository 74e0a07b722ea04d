package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
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
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An officer writes a campaign, mends what the guards refuse, looks at the forecast, and sees where it stands in the calendar. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignBrowserTest implements TestDatabase {
  private static final String PASSWORD = "una-clave-larga-2027";
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  @Inject CampaignStage stage;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false", "enlace.sms-from", "+15005550006", "enlace.mail-from", "consulado@example.org");
  }

  @BeforeAll
  void staff() {
    staffs.create(Actor.system("test"), new NewStaff("Ana", "ana@example.org", Set.of(Role.COMMUNICATION), null, PASSWORD, "es"));
    staffs.create(Actor.system("test"), new NewStaff("Beth", "beth@example.org", Set.of(Role.COMMUNICATION), null, PASSWORD, "en"));
    stage.crowd("feria", 5);
  }

  private BrowserSession signedIn(String email) {
    return BrowserSession.open(server.getURI()).signIn(email, PASSWORD);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(false)).first();
  }

  @Test
  void theGuardsAndTheForecastAreSeenBeforeItLeaves() {
    stage.draft("con-hueco", "feria", "text: {es: \"Jornada en [lugar]\", en: \"Day in [place]\"}");
    try (var ana = signedIn("ana@example.org")) {
      var page = ana.go("/campanas/con-hueco").page();
      page.getByText("/text/es:").waitFor();
      ana.look("campaign-obstacles");
      button(page, "Pedir aprobación").click();
      page.waitForSelector("text=This is still to be filled in");
      assertEquals(List.of(), ana.complaints());
    }
  }
}
