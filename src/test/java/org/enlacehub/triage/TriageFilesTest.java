package org.enlacehub.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageFilesTest {
  @TempDir Path root;

  @Test
  void findsNothingWrongWithWhatIsShipped() {
    var findings = new Findings();
    new TriageFiles().check(ConfigFolders.under(Path.of("")), findings);
    assertEquals("", String.join("\n", findings.all().stream().map(Object::toString).toList()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      an unknown class       | when: [VOTARR]         | Did you mean 'VOTAR'?
      a wrong category       | category: DOX          | Did you mean 'DOC'?
      a wrong severity       | severity: 9            | from 1 to 4
      an unknown key         | hwole: true            | Did you mean 'whole'?
      an unknown context     | despite: [laughterr]   | Did you mean 'laughter'?
      a pattern cut short    | when: [VOTAR ..]       | is not complete
      a word that is none    | when: ['vo-tar']       | is not a word
      a rule without pattern | topic: VOTE            | has no pattern
      """)
  void saysWhereWhatAndWhatToDo(String label, String bad, String says) throws IOException {
    var rule = new StringBuilder("rules:\n- id: tested\n  ").append(bad).append('\n');
    if (!bad.startsWith("category")) {
      rule.append("  category: DOC\n");
    }
    if (!bad.startsWith("when") && !says.contains("no pattern")) {
      rule.append("  when: [pasaporte]\n");
    }
    Files.writeString(copy().resolve("rules/90-own.yml"), rule);
    var findings = check().all();
    assertTrue(findings.stream().anyMatch(f -> f.toString().contains(says)), findings.toString());
    assertTrue(findings.stream().allMatch(f -> f.file().equals("config/triage/rules/90-own.yml") && f.line() > 1),
        findings.toString());
  }

  @Test
  void refusesTheSameRuleTwiceACircleAndADoubleClass() throws IOException {
    var folder = copy();
    Files.writeString(folder.resolve("rules/90-own.yml"), "rules:\n- {id: sui-wish, category: SUI, when: [morir]}\n");
    Files.writeString(folder.resolve("words/own.yml"), "UNO: [DOS]\nDOS: [UNO]\nMIGRA: [la migra]\n");
    var findings = check().all().stream().map(Object::toString).toList();
    assertTrue(findings.stream().anyMatch(
        f -> f.startsWith("config/triage/rules/90-own.yml:2: The rule id 'sui-wish' stands already in")), findings.toString());
    assertTrue(findings.stream().anyMatch(f -> f.contains("contains itself")), findings.toString());
    assertTrue(findings.stream().anyMatch(f -> f.contains("The class 'MIGRA' exists already")), findings.toString());
  }

  @Test
  void refusesAnExampleOfNoCategory() throws IOException {
    var folder = copy();
    Files.writeString(folder.resolve("examples.csv"), "text,lang,category,severity\nhola,es,OTHE,4\nhola,es,OTH,7\n");
    var findings = check().all().stream().map(Object::toString).toList();
    assertEquals(2, findings.size(), findings.toString());
    assertTrue(findings.stream().anyMatch(
        f -> f.startsWith("config/triage/examples.csv:2: The category 'OTHE' does not exist. Did you mean 'OTH'?")));
    assertTrue(findings.stream().anyMatch(f -> f.startsWith("config/triage/examples.csv:3: The severity '7'")));
  }

  @Test
  void namesAFileThatIsMissing() throws IOException {
    Files.delete(copy().resolve("contexts.yml"));
    assertTrue(check().all().stream().anyMatch(f -> f.toString().startsWith("config/triage/contexts.yml: The file is missing.")));
  }

  private Findings check() {
    var findings = new Findings();
    new TriageFiles().check(ConfigFolders.under(root), findings);
    return findings;
  }

  private Path copy() throws IOException {
    var source = Path.of("config/triage");
    var target = root.resolve("config/triage");
    try (var files = Files.walk(source)) {
      for (var file : files.toList()) {
        var copy = target.resolve(source.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return target;
  }
}
