package org.enlacehub.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.enlacehub.platform.config.InvalidConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFilesTest {
  @TempDir Path root;
  TemplateFolders files;

  @BeforeEach
  void empty() {
    files = new TemplateFolders(root);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      unclosed placeholder   | Hola {{name                       | 1 | never closed
      unclosed section       | {{#name}}Hola {{name}}            | 1 | never closed
      closed but not opened  | Hola {{name}}{{/name}}            | 1 | never opened
      crossed sections       | {{#name}}{{^name}}{{/other}}      | 1 | is due
      raw value              | {{{name}}} {{name}}               | 1 | not allowed
      raw value, other form  | {{&name}} {{name}}                | 1 | not allowed
      partial                | {{>_shared/secret}} {{name}}      | 1 | not allowed
      other delimiters       | {{=<% %>=}} <%name%> {{name}}     | 1 | not allowed
      inheritance            | {{<base}}{{/base}} {{name}}       | 1 | not allowed
      nested name            | {{name.class}} {{name}}           | 1 | not a name
      method                 | {{name.getClass.forName}}         | 1 | not a name
      this                   | {{this}} {{name}}                 | 1 | not a name
      upper case             | {{Name}} {{name}}                 | 1 | not a name
      empty name             | {{}} {{name}}                     | 1 | not a name
      single braces          | Hola {name} {{name}}              | 1 | single braces
      undeclared             | Hola {{nam}} {{name}}             | 1 | not declared
      """)
  void refusesWhatIsNotPlain(String label, String text, int line, String message) {
    var findings = files.withSms(text).findings();
    assertTrue(findings.stream().anyMatch(f -> f.file().equals("templates/t/es.sms.txt") && f.line() == line
        && f.message().contains(message)), () -> findings.toString());
  }

  @Test
  void suggestsTheNearestName() {
    var finding = files.withSms("Hola {{nmae}} {{name}}").findings().getFirst();
    assertEquals("Did you mean 'name'?", finding.remedy());
  }

  @Test
  void countsLinesFromTheTopOfTheFile() {
    files.with("t/template.yml", "purpose: service\nvariables:\n  name: {type: text, sample: Rosa}\n");
    for (var language : new String[] {"es", "en"}) {
      files.with("t/" + language + ".whatsapp.md", "---\ncategory: utility\n---\nHola {{name}}\n\n{{otro}}\n");
    }
    assertEquals("templates/t/en.whatsapp.md:6: The variable 'otro' is not declared. Declare it under 'variables' in template.yml.",
        files.findings().getFirst().toString());
  }

  @Test
  void reportsAVariableThatNoTextUses() {
    var finding = files.withSms("Hola {{name}}").with("t/template.yml", """
        purpose: service
        variables:
          name: {type: text, sample: Rosa}
          place: {type: text, sample: Fresno}
        """).findings().getFirst();
    assertEquals("templates/t/template.yml:4: The variable 'place' is declared and no text uses it. Use it or remove it.",
        finding.toString());
  }

  @Test
  void reportsAMissingLanguageForEachMedium() {
    files.with("t/template.yml", "purpose: service\n").with("t/es.sms.txt", "Hola")
        .with("t/es.email.md", "---\nsubject: Hola\n---\nHola").with("t/en.email.md", "---\nsubject: Hello\n---\nHello");
    var findings = files.findings();
    assertEquals(1, findings.size());
    assertEquals("The text for sms in 'en' is missing.", findings.getFirst().message());
    assertEquals("Add en.sms.txt.", findings.getFirst().remedy());
  }

  @Test
  void reportsAnOptionalVariableOutsideItsSection() {
    files.with("t/template.yml", "purpose: service\nvariables:\n  name: {type: text, required: false, sample: Rosa}\n")
        .with("t/es.sms.txt", "Hola{{#name}}, {{name}}{{/name}}").with("t/en.sms.txt", "Hello {{name}}");
    assertEquals("templates/t/en.sms.txt:1: 'name' may be empty and would leave a gap. Put it into {{#name}}…{{/name}} or declare it 'required: true'.",
        files.findings().getFirst().toString());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      long SMS            | sms.txt     | ---0---                                      | 3 segments
      WhatsApp category   | whatsapp.md | Hola {{name}}                                | no category
      wrong category      | whatsapp.md | ---\\ncategory: advert\\n---\\n{{name}}      | not a value
      wrong content SID   | whatsapp.md | ---\\ncategory: utility\\ncontentSid: abc\\n---\\n{{name}} | not a Content SID
      Markdown bold       | whatsapp.md | ---\\ncategory: utility\\n---\\n**{{name}}** | two stars
      email subject       | email.md    | Hola {{name}}                                | no subject
      unclosed head       | email.md    | ---\\nsubject: Hola {{name}}                 | never closed
      unknown key         | email.md    | ---\\nsubjet: Hola\\n---\\n{{name}}          | not known
      text in attribute   | email.html  | ---\\nsubject: Hola\\n---\\n<a href="{{name}}">x</a> | is no link
      file name           | sms.html    | Hola {{name}}                                | no language and channel
      other channel        | fax.txt     | Hola {{name}}                                | no language and channel
      empty               | sms.txt     | ---1---                                      | is empty
      """)
  void reportsWhatTheMediumDoesNotTake(String label, String file, String text, String message) {
    var content = text.replace("\\n", "\n").replace("---0---", "{{name}} " + "a".repeat(305)).replace("---1---", " ");
    files.with("t/template.yml", "purpose: service\nvariables:\n  name: {type: text, sample: Rosa}\n")
        .with("t/es." + file, content).with("t/en." + file, content);
    var findings = files.findings();
    assertTrue(findings.stream().anyMatch(f -> f.message().contains(message)), () -> findings.toString());
  }

  @Test
  void namesLettersThatCostDoubleWhereTheTemplateIsStrict() {
    files.withSms("Hola {{name}},\nestá listo")
        .with("t/template.yml", "purpose: service\ngsm: strict\nvariables:\n  name: {type: text, sample: Rosa}\n");
    assertEquals("templates/t/es.sms.txt:2: 'á' makes the SMS cost double. Write 'a' or choose another word.",
        files.findings().get(1).toString());
  }

  @Test
  void wantsPluralFormsForEachLanguage() {
    files.withSms("{{name}}: {{days}}").with("t/template.yml", """
        purpose: service
        variables:
          name: {type: text, sample: Rosa}
          days: {type: plural, sample: 3, forms: {es: {one: "1 dia", other: "{n} dias"}}}
        """);
    assertEquals("The plural 'days' has no forms in 'en'.", files.findings().getFirst().message());
  }

  @Test
  void takesNoFileThatIsHugeOrNotUtf8() throws Exception {
    files.withSms("Hola {{name}}").with("t/fr.sms.txt", "{{name}}" + "a".repeat(600_000))
        .with("t/de.sms.txt", "{{name}}" + "a".repeat(200_000));
    java.nio.file.Files.write(root.resolve("templates/t/it.sms.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});
    var messages = files.findings().stream().map(f -> f.message()).toList();
    assertTrue(messages.contains("The file is larger than 500 kB."), messages::toString);
    assertTrue(messages.contains("The text is longer than 100000 characters."), messages::toString);
    assertTrue(messages.contains("The file is not UTF-8."), messages::toString);
  }

  @Test
  void deepNestingAndManyTagsAreRefusedOrRead() {
    var deep = "{{#name}}".repeat(5_000) + "{{name}}" + "{{/name}}".repeat(5_000);
    assertTrue(files.withSms(deep).findings().stream().anyMatch(f -> f.message().contains("more than 3 deep")));
  }

  @Test
  void loadsNothingWhenAnythingIsWrong() {
    files.withSms("Hola {{name").with("u/template.yml", "purpose: nonsense\n").with("u/es.sms.txt", "a")
        .with("u/en.sms.txt", "a");
    var invalid = assertThrows(InvalidConfiguration.class, () -> TemplateFiles.load(files.folders()));
    assertEquals(3, invalid.findings().size(), invalid::getMessage);
  }
}
