package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Contact;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.testing.NothingByItself;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that act: in the person's language, on fresh sight only, whole or not at all. And colleagues who are called in notes. */
@MicronautTest(transactional = false)
class MacrosTest extends NothingByItself {
  private static final String LOS_ANGELES = "GT-US-LAX";
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject InquiryReader reader;
  @Inject Macros macros;
  @Inject Mentions mentions;
  @Inject Protection protection;
  private Actor officer;
  private Actor colleague;
  private Contact person;
  private Inquiry matter;

  MacrosTest() {
    super(Instant.parse("2027-01-11T17:00:00Z"));
  }

  @BeforeAll
  void twoOfficers() {
    officer = inquirers.officer(LOS_ANGELES).actor();
    colleague = inquirers.officer(LOS_ANGELES).actor();
  }

  @BeforeEach
  void aPersonAsks() {
    person = inquirers.person("given_name", "Marta", "family_name", "Tum");
    matter = inquirers.writes(person, Inquirers.PASSPORT);
  }

  private InquiryReader.Opened opened() {
    return reader.open(matter.id(), officer, null, 50).orElseThrow();
  }

  private MacroOutcome use(String code) {
    return macros.use(matter.id(), officer, code, opened().seen());
  }

  @Test
  void itAnswersInThePersonsLanguageAndPutsTheMatterOff() {
    var after = assertInstanceOf(MacroOutcome.Done.class, use("pedir-y-esperar")).inquiry();
    assertEquals(InquiryState.SNOOZED, after.state());
    assertEquals(Instant.parse("2027-01-18T16:00:00Z"), after.snoozedUntil(), "at eight in Los Angeles");
    assertEquals(officer.staffId(), after.ownerId());
    assertTrue(opened().lines().stream().anyMatch(line -> line.words().startsWith("Con gusto le ayudamos, Marta.")));
  }

  @Test
  void itEndsTheMatterAfterAnswering() {
    assertTrue(assertInstanceOf(MacroOutcome.Done.class, use("despedir-y-cerrar")).inquiry().closed());
    assertInstanceOf(MacroOutcome.Closed.class, use("despedir-y-cerrar"));
  }

  @Test
  void anUrgentMatterIsOnlyProposedToBeEnded() {
    inquiries.grade(matter.id(), officer, 2, "grave");
    var after = assertInstanceOf(MacroOutcome.Done.class, use("despedir-y-cerrar")).inquiry();
    assertEquals("answered", after.closing().outcome());
  }

  @Test
  void nothingIsDoneOnStaleSight() {
    long seen = opened().seen();
    inquirers.writes(person, "algo nuevo");
    assertInstanceOf(MacroOutcome.Stale.class, macros.use(matter.id(), officer, "pasar-al-ministerio", seen));
    assertEquals(LOS_ANGELES, opened().inquiry().desk());
    assertInstanceOf(MacroOutcome.NotHere.class, use("no-hay"));
    assertInstanceOf(MacroOutcome.NotHere.class, macros.use(matter.id(), inquirers.officer("GT-US-HOU").actor(), "despedir-y-cerrar", 0));
  }

  @Test
  void whatCannotBeTransferredIsNotAnsweredEither() {
    protection.protect(matter.id(), officer);
    int before = opened().lines().size();
    assertThrows(NobodyThere.class, () -> use("pasar-al-ministerio"));
    assertEquals(before, opened().lines().size());
  }

  @Test
  void mistakesInTheFileAreNamed(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("inquiry"));
    Files.writeString(folder.resolve("inquiry/macros.yml"), """
        macros:
          - code: a
            title: {es: Uno}
            answer: {es: "{{name}}"}
            close: answered
            snooze: 3
          - code: a
            title: {en: Two}
            close: nunca
        """);
    var findings = new Findings();
    MacroFiles.read(new ConfigFolders(folder, folder, folder), findings);
    assertEquals(List.of(4, 5, 7, 8, 9), findings.all().stream().map(Finding::line).sorted().distinct().toList(), findings.all().toString());
  }

  @Test
  void whoIsCalledInANoteIsToldUntilTheyLook() {
    int before = mentions.unread(colleague);
    inquiries.note(matter.id(), officer, "Por favor llama tú, @" + colleague.name() + ": habla inglés");
    assertEquals(before + 1, mentions.unread(colleague));
    assertEquals(List.of(matter.id()), reader.queue(InquiryFilter.ALL.mentioning(colleague.staffId()), colleague, null, 10).items().stream()
        .map(row -> row.inquiry().id()).toList());
    mentions.read(matter.id(), colleague);
    assertEquals(before, mentions.unread(colleague));
  }

  @Test
  void onlyWhoSeesTheMatterIsCalled() {
    var houston = inquirers.officer("GT-US-HOU").actor();
    inquiries.note(matter.id(), officer, "@" + houston.name() + " y correo@" + colleague.name());
    assertEquals(0, mentions.unread(houston));
    mentions.read(matter.id(), colleague);
    inquiries.note(matter.id(), officer, "@" + colleague.name() + "9 no es nadie");
    assertEquals(0, mentions.unread(colleague));
    inquiries.note(matter.id(), officer, "@" + colleague.name());
    protection.protect(matter.id(), officer);
    assertEquals(0, mentions.unread(colleague), "not even a count of what was protected since");
    assertEquals(0, mentions.unread(officer), "nobody calls themselves");
  }
}
