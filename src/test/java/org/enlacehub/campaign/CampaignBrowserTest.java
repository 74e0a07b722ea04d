package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  void aCampaignIsWrittenInTheFormWithThePhoneBesideIt() {
    try (var ana = signedIn("ana@example.org")) {
      var page = ana.go("/campanas").page();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nueva campaña").setExact(false)).click();
      page.fill("#f-title-es", "Jornada en Fresno");
      page.fill("#f-title-en", "Day in Fresno");
      page.fill("#f-audience", "tag = feria");
      page.selectOption("#f-template", "consulado-movil");
      page.waitForSelector("#f-v-event_start");
      page.fill("#f-v-place", "Fresno");
      page.fill("#f-v-address-es", "Salón comunal");
      page.fill("#f-v-address-en", "Community hall");
      page.fill("#f-v-event_start", "mañana");
      page.selectOption("#f-channel-1", "sms");
      page.selectOption("#f-channel-2", "email");
      page.selectOption("#f-channel-3", "");
      page.selectOption("#f-schedule", "once");
      page.fill("#f-at", "2031-02-03T10:00");
      page.waitForSelector("#look >> text=jornada en Fresno");
      ana.look("campaign-form");
      button(page, "Crear borrador").click();
      page.waitForSelector(".field-wrong #f-v-event_start");
      assertEquals("Jornada en Fresno", page.inputValue("#f-title-es"), "nothing that was typed is lost");
      ana.look("campaign-form-wrong");
      page.fill("#f-v-event_start", "2031-02-06T09:00");
      page.fill("#f-v-event_end", "15:00");
      page.fill("#f-v-services-es", "pasaporte y DPI");
      page.fill("#f-v-services-en", "passport and DPI");
      button(page, "Ver como archivo").click();
      page.waitForSelector("#f-source");
      assertTrue(page.inputValue("#f-source").contains("id: jornada-en-fresno"), page.inputValue("#f-source"));
      button(page, "Ver como formulario").click();
      assertEquals("Community hall", page.inputValue("#f-v-address-en"));
      button(page, "Crear borrador").click();
      page.waitForURL("**/campanas/jornada-en-fresno*");
      page.waitForSelector("#forecast >> text=La última persona la recibe");
      ana.look("campaign-forecast");
      button(page, "Pedir aprobación").click();
      page.waitForSelector("text=Usted escribió esta campaña");
      ana.go("/campanas/calendario?mes=2031-02");
      page.waitForSelector(".month-entry >> text=Jornada en Fresno");
      ana.look("campaign-calendar");
      assertEquals(List.of(), ana.complaints());
    }
  }

  @Test
  void aTextIsMadeCheaperInEnglishToo() {
    try (var beth = signedIn("beth@example.org")) {
      var page = beth.go("/campanas/formulario").page();
      page.selectOption("#f-content", "text");
      page.selectOption("#f-channel-1", "sms");
      page.fill("#f-text-es", "Su cita es “mañana” en el salón único de la alcaldía, con su número. ".repeat(2));
      button(page, "Write it in 1 segment").click();
      page.waitForFunction("() => document.getElementById('f-text-es').value.includes('salon unico')");
      assertEquals(List.of(), beth.complaints());
    }
  }

  @Test
  void theRunShowsItsResultsAndGivesThemAsFiles() {
    long id = stage.running("resultados", "feria");
    try (var ana = signedIn("ana@example.org")) {
      var page = ana.go("/campanas/resultados").page();
      page.waitForSelector("text=Por idioma");
      ana.look("campaign-results");
      var csv = page.request().get(server.getURI() + "/campanas/resultados/resultados.csv");
      assertTrue(csv.text().startsWith("\uFEFFchannel,language,consulate,recipients"), csv.text());
      assertEquals(200, page.request().get(server.getURI() + "/campanas/resultados/resultados.xlsx").status());
      assertEquals(5, stage.totals(id).recipients());
    }
  }
}
