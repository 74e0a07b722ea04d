package org.enlacehub.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  @TempDir Path root;
  TemplateFolders files;

  @BeforeEach
  void oneOfEverything() {
    files = new TemplateFolders(root).with("t/template.yml", """
        title: {es: Prueba, en: Test}
        purpose: service
        variables:
          name: {type: text, sample: Rosa}
          day: {type: date, sample: 2027-01-12}
          at: {type: datetime, format: fit, required: false, sample: 2027-01-12T15:30}
          days: {type: plural, sample: 3, forms: {es: {one: "1 día", other: "{n} días"}, es.sms: {one: "1 dia", other: "{n} dias"}, en: {one: 1 day, other: "{n} days"}}}
          link: {type: link, required: false, sample: "https://a.example/?x=1&y=2"}
          amount: {type: number, required: false, sample: "12431.5"}
        """);
    var text = "{{name}} {{day}} {{days}}{{#at}} {{at}}{{/at}}{{#amount}} {{amount}}{{/amount}}{{#link}} {{link}}{{/link}}{{^link}} -{{/link}}";
    for (var language : List.of("es", "en")) {
      files.with("t/" + language + ".sms.txt", text)
          .with("t/" + language + ".whatsapp.md",
              "---\ncategory: utility\ncontentSid: HX" + "0".repeat(32) + "\nvariables: [name, day]\n---\n" + text)
          .with("t/" + language + ".email.html",
              "---\nsubject: 'A {{name}}'\n---\n<p>" + text + "</p>{{#link}}<p><a href=\"{{link}}\">Ver</a></p>{{/link}}");
    }
  }

  private static Map<String, Object> values(Object... more) {
    var values = new HashMap<String, Object>(Map.of("name", "Rosa", "day", "2027-01-12", "days", 3));
    for (int i = 0; i < more.length; i += 2) {
      values.put((String) more[i], more[i + 1]);
    }
    return values;
  }

  private String sms(String language, Map<String, Object> values) {
    return files.load("t").render(language, Channel.SMS, values).body();
  }

  @Test
  void writesDatesAndPluralsAsTheReaderWould() {
    assertEquals("Rosa martes 12 de enero de 2027 3 dias -", sms("es", values()));
    assertEquals("Rosa Tuesday, January 12, 2027 1 day -", sms("en", values("days", 1)));
    assertEquals("Rosa martes 12 de enero de 2027 3 días -", files.load("t").render("es", Channel.WHATSAPP, values()).body());
  }

  @Test
  void shortensTheMomentInSmsOnly() {
    var at = ZonedDateTime.parse("2027-01-12T15:30-08:00[America/Los_Angeles]");
    assertEquals("Rosa martes 12 de enero de 2027 3 dias mar 12 ene, 3:30 pm -", sms("es", values("at", at)));
    assertTrue(files.load("t").render("en", Channel.WHATSAPP, values("at", at)).body()
        .contains("Tuesday, January 12, 2027, 3:30 pm"));
    assertTrue(sms("es", values("at", "2027-01-12")).contains(" mar 12 ene -"), "only the day is known");
  }

  @Test
  void writesNumbersWithTheReadersSeparators() {
    assertTrue(sms("es", values("amount", 12431.5)).contains("12,431.5"));
  }

  @ParameterizedTest
  @CsvSource({"es,es", "en,en", "quc,es", "mam,es", "es-GT,es", "en_US,en", "ES,es", "fr,es", "'',es", "zz-Latn-x,es"})
  void fallsBackToALanguageThatHasAText(String asked, String written) {
    var rendered = files.load("t").render(asked, Channel.SMS, values());
    assertEquals(written, rendered.language());
    assertEquals(asked, rendered.asked());
  }

  @Test
  void aTextInAMayanLanguageIsUsedOnceSomeoneHasWrittenIt() {
    files.with("t/kek.sms.txt", "{{name}}");
    assertEquals("kek", files.load("t").languageFor("kek", Channel.SMS).orElseThrow());
    assertEquals("es", files.load("t").languageFor("kek", Channel.EMAIL).orElseThrow());
  }

  @Test
  void refusesAMessageWithAGapAndListsEveryOne() {
    var refused = assertThrows(ValuesRefused.class, () -> sms("es", Map.of("name", "  ", "days", "muchos")));
    assertEquals(List.of("name", "day"), refused.missing());
    assertEquals("name has no value; day has no value; days is not a number", refused.getMessage());
    assertEquals(List.of("name", "day", "days"), files.load("t").missing("es", Channel.SMS, Map.of()));
  }

  @Test
  void refusesValuesOfTheWrongTypeWithoutRepeatingThem() {
    var refused = assertThrows(ValuesRefused.class,
        () -> sms("es", values("day", "secreto", "link", "javascript:alert(1)", "at", java.time.LocalTime.NOON, "amount",
            "1e999999")));
    assertEquals(4, refused.refusals().size(), refused::getMessage);
    assertFalse(refused.getMessage().contains("secreto"));
    assertThrows(ValuesRefused.class, () -> sms("es", values("day", Instant.EPOCH)));
  }

  @Test
  void neverReadsAValueAsATemplate() {
    assertTrue(sms("es", values("name", "{{day}} {{{x}}} <b>")).startsWith("{{day}} {{{x}}} <b> martes"));
  }

  @Test
  void escapesValuesInMailAndNowhereElse() {
    var mail = files.load("t")
        .render("es", Channel.EMAIL, values("name", "<script>\"A\" & 'B'\nC", "link", "https://a.example/?x=1&y=2"));
    assertTrue(mail.html().contains("&lt;script&gt;&quot;A&quot; &amp; &#39;B&#39;<br>C"), mail::html);
    assertTrue(mail.html().contains("href=\"https://a.example/?x&#x3D;1&amp;y&#x3D;2\""), mail::html);
    assertEquals("A <script>\"A\" & 'B' C", mail.subject());
    assertTrue(mail.body().contains("Ver: https://a.example/?x=1&y=2"), mail::body);
    assertTrue(mail.body().startsWith("<script>\"A\" & 'B'\nC martes"), mail::body);
  }

  @Test
  void usesTheWrittenTextPartWhenThereIsOne() {
    files.with("t/es.email.txt", "Solo texto para {{name}}");
    var mail = files.load("t").render("es", Channel.EMAIL, values());
    assertEquals("Solo texto para Rosa", mail.body());
    assertTrue(mail.html().contains("<p>Rosa"));
  }

  @Test
  void givesWhatAnApprovedWhatsAppTemplateNeeds() {
    var rendered = files.load("t").render("es", Channel.WHATSAPP, values("name", "Rosa\n  María"));
    assertEquals("HX" + "0".repeat(32), rendered.contentSid());
    assertEquals(Map.of("1", "Rosa María", "2", "martes 12 de enero de 2027"), rendered.contentVariables());
    assertNull(rendered.segments());
  }

  @Test
  void foldsValuesOnlyAsFarAsThePolicyGoes() {
    var smart = files.load("t").render("es", Channel.SMS, values("name", "José “Pepe” Solís"));
    assertTrue(smart.body().startsWith("José \"Pepe\" Solís"));
    assertEquals("UCS-2", smart.segments().encoding().label());
    files.with("s/template.yml", "purpose: service\ngsm: strict\nvariables:\n  name: {type: text, sample: Rosa}\n")
        .with("s/es.sms.txt", "{{name}}").with("s/en.sms.txt", "{{name}}");
    var strict = files.load("s").render("es", Channel.SMS, Map.of("name", "José “Pepe” Solís"));
    assertEquals("José \"Pepe\" Solis", strict.body());
    assertEquals("GSM-7", strict.segments().encoding().label());
  }

  @Test
  void everyChangeOfALetterIsAnotherVersion() {
    var before = files.load("t").version();
    assertEquals(before, files.load("t").version());
    files.with("_shared/languages.yml", "default: es\n");
    var after = files.load("t").version();
    assertNotEquals(before, after);
    assertEquals(64, after.length());
  }

  @Test
  void saysWhatIsNotThere() {
    files.with("s/template.yml", "purpose: service\n").with("s/es.sms.txt", "a").with("s/en.sms.txt", "a");
    var templates = TemplateFiles.load(files.folders());
    assertThrows(NoSuchText.class, () -> templates.get("s").render("es", Channel.EMAIL, Map.of()));
    assertEquals("There is no template 'tt'. Did you mean 't'?",
        assertThrows(UnknownTemplate.class, () -> templates.get("tt")).getMessage());
  }
}
