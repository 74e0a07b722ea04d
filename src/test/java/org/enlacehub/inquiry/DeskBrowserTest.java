package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An officer's work at the desk in a real browser: with keys, with colleagues, and when somebody is in danger. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskBrowserTest implements TestDatabase {
  private static final String ON_DUTY = "losangeles@demo.example.org";
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject Answers answers;
  private Staff officer;
  private Inquiry passport;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false", "enlace.demo", "true");
  }

  @BeforeAll
  void aDayAtTheDesk() {
    officer = staffs.create(Actor.system("test"), new NewStaff("Beatriz Sic", ON_DUTY, Set.of(Role.OFFICER), "GT-US-LAX", Inquirers.PASSWORD, "es"));
    var colleague = inquirers.officer("GT-US-LAX");
    passport = inquirers.writes(inquirers.person("given_name", "Marta", "family_name", "Tum"), Inquirers.PASSPORT);
    for (var text : List.of("quiero sacar cita para el dpi vivo en los angeles", "cuanto cuesta la partida de nacimiento, estoy en los angeles california",
        "no me pagan las horas en mi trabajo, los angeles california")) {
      var other = inquirers.writes(inquirers.person("name", "Persona " + text.length()), text);
      inquiries.assign(other.id(), officer.actor(), text.length() % 2 == 0 ? officer.id() : colleague.id());
    }
    inquirers.writes(inquirers.person("name", "Sin Asignar"), Inquirers.PASSPORT);
    var answered = inquirers.writes(inquirers.person("name", "Luis Ixcot"), "donde queda el consulado de los angeles");
    answers.reply(answered.id(), officer.actor(), "Con gusto: 3250 Wilshire.", null, Duration.ZERO);
  }

  private BrowserSession browser(String email) {
    return BrowserSession.open(server.getURI()).signIn(email, Inquirers.PASSWORD);
  }

  private static void press(Page page, String key) {
    page.locator("body").press(key);
  }

  @Test
  void theDeskIsWorkedByKeys() {
    try (var desk = browser(ON_DUTY)) {
      var page = desk.go("/bandeja").page();
      desk.look("desk-queue");
      press(page, "?");
      PlaywrightAssertions.assertThat(page.locator("#keys")).isVisible();
      desk.shot("desk-keys");
      page.keyboard().press("Escape");
      press(page, "j");
      press(page, "o");
      page.waitForURL(url -> url.matches(".*/bandeja/\\d+.*"));
      desk.go("/bandeja/" + passport.id());
      press(page, "r");
      page.keyboard().type("Hola");
      press(page, "Escape");
      page.locator(".ready summary").first().click();
      page.locator(".ready button").first().click();
      assertEquals(true, page.inputValue("#reply-text").startsWith("Hola Con gusto le ayudamos, Marta"), page.inputValue("#reply-text"));
      desk.look("desk-conversation");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Posponer").setExact(true)).first().click();
      PlaywrightAssertions.assertThat(page.locator("dialog#snooze")).isVisible();
      desk.shot("desk-snooze");
      page.locator("dialog#snooze button[type=submit]").click();
      PlaywrightAssertions.assertThat(page.locator("#toasts")).containsText("Consulta pospuesta");
      assertEquals(List.of(), desk.complaints());
    }
  }

  @Test
  void manyAreTakenAtOnce() {
    try (var desk = browser(ON_DUTY)) {
      var page = desk.go("/bandeja?carpeta=unassigned").page();
      page.locator(".surge summary").click();
      page.locator(".queue-pick input").first().check();
      desk.look("desk-surge");
      page.locator("#surge button[type=submit]").click();
      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Tomarlas");
      PlaywrightAssertions.assertThat(page.locator("main")).containsText("Hecha");
      assertEquals(List.of(), desk.complaints());
    }
  }

  @Test
  void somebodyInDangerIsOnEveryPageUntilItIsTaken() {
    var danger = inquirers.writes(inquirers.person("name", "Rosa Xol"), Inquirers.DANGER);
    try (var desk = browser(ON_DUTY)) {
      var page = desk.go("/ajustes").page();
      PlaywrightAssertions.assertThat(page.locator(".alarm")).containsText("Gravedad 1");
      desk.go("/guardias");
      PlaywrightAssertions.assertThat(page.locator(".alarm")).isVisible();
      desk.look("duty");
      page.locator(".alarm-take").click();
      page.waitForURL(url -> url.contains("/bandeja/" + danger.id()));
      PlaywrightAssertions.assertThat(page.locator(".alarm")).hasCount(0);
      desk.look("desk-urgent");
      desk.go("/bandeja/carga").look("load");
      assertEquals(List.of(), desk.complaints());
    }
  }
}
