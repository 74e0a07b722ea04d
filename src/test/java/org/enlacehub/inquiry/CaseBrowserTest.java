package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.Contact;
import org.enlacehub.inquiry.assistance.CaseDraft;
import org.enlacehub.inquiry.assistance.CaseRecords;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An officer keeps a case record, protects it, and merges and splits matters, in a real browser and in both languages. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseBrowserTest implements TestDatabase {
  @Inject EmbeddedServer server;
  @Inject Inquirers inquirers;
  @Inject Answers answers;
  @Inject CaseRecords records;
  @Inject Staffs staffs;
  private Staff officer;
  private Staff colleague;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  @BeforeAll
  void officers() {
    officer = inquirers.officer("GT-US-LAX");
    colleague = inquirers.officer("GT-US-LAX");
  }

  private BrowserSession signedIn() {
    return BrowserSession.open(server.getURI()).signIn(officer.email(), Inquirers.PASSWORD);
  }

  private static void says(Page page, String words) {
    PlaywrightAssertions.assertThat(page.locator("#toasts")).containsText(words);
  }

  @Test
  void aRecordIsKeptAndProtected() {
    var matter = inquirers.writes(inquirers.person("given_name", "Rosa", "family_name", "Xol"), Inquirers.PASSPORT);
    var at = "/bandeja/" + matter.id() + "/expediente";
    records.add(matter.id(), officer.actor(), new CaseDraft("FACILITY", Map.of("name", "Otay Mesa Detention Center", "type", "detention",
        "notification", "wants", "number", "A123456789", "since", "2026-11-20"), null, null));
    records.add(matter.id(), officer.actor(), new CaseDraft("TASK", Map.of("what", "Llamar al abogado de oficio"), "2026-01-12", officer.id()));
    try (var desk = signedIn()) {
      var page = desk.go("/bandeja/" + matter.id()).page();
      page.locator("a[href='" + at + "']").click();
      var people = page.locator("section[aria-labelledby=kind-PERSON]");
      people.locator("summary").last().click();
      people.locator("[name=name]").fill("Juana Qʼeqchiʼ");
      people.locator("[name=born]").fill("1990-05-01");
      people.locator("button[type=submit]").last().click();
      says(page, "Agregado al expediente");
      PlaywrightAssertions.assertThat(page.locator("section[aria-labelledby=kind-PERSON] h3")).hasText("Juana Qʼeqchiʼ");
      page.locator("[data-dialog=protect]").click();
      desk.shot("case-protect");
      page.locator("dialog#protect button[type=submit]").click();
      says(page, "Caso protegido");
      page.locator("[data-dialog=name]").click();
      page.locator("dialog#name select").selectOption(Long.toString(colleague.id()));
      page.locator("dialog#name button[type=submit]").click();
      says(page, "Persona nombrada");
      page.locator("section[aria-labelledby=kind-TASK] article details summary").click();
      desk.look("case-record");
      desk.go("/bandeja/tareas").look("case-tasks");
      page.locator("tbody a").first().click();
      page.locator("section[aria-labelledby=kind-TASK] .case-acts button[type=submit]").click();
      says(page, "Tarea actualizada");
      staffs.chooseLanguage(officer.id(), "en");
      desk.go("/bandeja/" + matter.id()).look("case-conversation-en");
      desk.go(at).look("case-record-en");
      staffs.chooseLanguage(officer.id(), "es");
      assertEquals(List.of(), desk.complaints());
    }
  }

  @Test
  void whatIsWrongStaysInItsField() {
    var matter = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    var there = "/bandeja/" + matter.id() + "/expediente";
    try (var desk = signedIn()) {
      var page = desk.go(there).page();
      var form = page.locator("section[aria-labelledby=kind-PERSON] form");
      page.locator("section[aria-labelledby=kind-PERSON] summary").click();
      form.locator("[name=nationality]").fill("Guatemala");
      page.evaluate("() => document.querySelectorAll('form').forEach(f => f.noValidate = true)");
      form.locator("button[type=submit]").click();
      PlaywrightAssertions.assertThat(page.locator(".field-error")).hasText("Escriba algo aquí.");
      assertEquals("Guatemala", page.locator("section[aria-labelledby=kind-PERSON] [name=nationality]").inputValue());
      desk.look("case-wrong");
      assertEquals(List.of(), desk.complaints());
    }
  }

  @Test
  void aMatterIsSplitAndMergedAgain() {
    Contact person = inquirers.person("given_name", "Ana", "family_name", "Tum");
    var matter = inquirers.writes(person, Inquirers.PASSPORT);
    answers.reply(matter.id(), officer.actor(), "Con gusto: le decimos cómo.", null, Duration.ZERO);
    inquirers.writes(person, "y cuanto cuesta la tarjeta consular");
    try (var desk = signedIn()) {
      var page = desk.go("/bandeja/" + matter.id()).page();
      page.locator("[data-dialog=split]").click();
      PlaywrightAssertions.assertThat(page.locator("dialog#split")).isVisible();
      desk.look("join-split");
      page.locator("dialog#split [name=topic]").selectOption("CONSULAR_ID");
      page.locator("dialog#split button[type=submit]").click();
      says(page, "Consulta dividida");
      desk.go("/bandeja/" + matter.id());
      page.locator("[data-dialog^=merge-]").first().click();
      desk.shot("join-merge");
      page.locator("dialog[open] button[type=submit]").click();
      says(page, "Consultas unidas");
      page.locator(".three-side .why a.code").first().click();
      desk.look("join-merged");
      page.getByText("Separarla de nuevo").click();
      says(page, "Consulta separada");
      assertEquals(List.of(), desk.complaints());
    }
  }

  @Test
  void aMacroIsUsedAndAColleagueIsCalled() {
    var matter = inquirers.writes(inquirers.person("given_name", "Luis", "family_name", "Ixcot"), Inquirers.PASSPORT);
    try (var desk = signedIn()) {
      var page = desk.go("/bandeja/" + matter.id()).page();
      page.locator(".ready summary").last().click();
      page.locator(".ready[open] button", new Page.LocatorOptions().setHasText(colleague.name())).click();
      page.keyboard().type("llámale tú");
      page.locator("[formaction$='/nota']").click();
      says(page, "Nota");
      desk.look("conversation-with-note");
      page.locator(".macros summary").click();
      desk.shot("macros").width(BrowserSession.NARROW).shot("macros-390").width(BrowserSession.WIDE);
      page.locator(".macros button").first().click();
      says(page, "se respondió y se actuó");
      assertEquals(List.of(), desk.complaints());
    }
    try (var theirs = BrowserSession.open(server.getURI()).signIn(colleague.email(), Inquirers.PASSWORD)) {
      var page = theirs.go("/ajustes").page();
      PlaywrightAssertions.assertThat(page.locator(".mentioned")).containsText("Le mencionaron");
      page.locator(".mentioned a").click();
      theirs.look("mentioned");
      page.locator(".queue-row a").first().click();
      PlaywrightAssertions.assertThat(page.locator(".bubble-note")).containsText("llámale tú");
      theirs.go("/bandeja?carpeta=mentioned");
      PlaywrightAssertions.assertThat(page.locator(".queue-row")).hasCount(0);
      assertEquals(List.of(), theirs.complaints());
    }
  }
}
