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
      an unknown class         | rules/50-services.yml | when: [VOTAR]                         | rules/50-services.yml:3 | Did you mean 'VOTAR'?      | when: [VOTARR]
      a wrong category         | rules/50-services.yml | category: DOC                         | rules/50-services.yml:2 | 'DOX'                      | category: DOX
      a wrong severity         | rules/50-services.yml | severity: 3                           | rules/50-services.yml:3 | from 1 to 4                | severity: 9
      an unknown key           | rules/50-services.yml | whole: true                           | rules/50-services.yml:3 | Did you mean 'whole'?      | hwole: true
      an unknown context       | rules/50-services.yml | despite: [laughter]                   | rules/50-services.yml:3 | Did you mean 'laughter'?   | despite: [laughterr]
      a pattern cut short      | rules/50-services.yml | when: [VOTAR]                         | rules/50-services.yml:3 | is not complete            | when: [VOTAR ..]
      a word that is none      | rules/50-services.yml | when: [VOTAR]                         | rules/50-services.yml:3 | is not a word              | when: ['vo-tar']
      a rule without pattern   | rules/50-services.yml | when: [VOTAR]                         | rules/50-services.yml:1 | has no pattern             | topic: VOTE
      """)
  void saysWhereWhatAndWhatToDo(String label, String file, String good, String place, String says, String bad) throws IOException {
    var folder = copy();
    Files.writeString(folder.resolve("rules/50-services.yml"), "rules:\n- {id: one, category: DOC, when: [pasaporte]}\n");
    var text = "- " + (good.startsWith("category") ? bad : "category: DOC") + "\n";
    var rule = good.startsWith("when") ? "  " + bad + "\n" : good.startsWith("category") ? "" : "  " + bad + "\n";
    Files.writeString(folder.resolve(file), "rules:\n" + text + rule + "  id: tested\n"
        + (good.startsWith("when") ? "" : "  when: [pasaporte]\n"));
    var findings = check();
    assertTrue(findings.all().stream().anyMatch(f -> f.file().endsWith(file) && f.toString().contains(says)), findings.all().toString());
    assertTrue(findings.all().stream().allMatch(f -> f.line() > 0), findings.all().toString());
  }

  @Test
  void refusesTheSameRuleTwiceACircleAndADoubleClass() throws IOException {
    var folder = copy();
    Files.writeString(folder.resolve("rules/90-own.yml"), "rules:\n- {id: sui-wish, category: SUI, when: [morir]}\n");
    Files.writeString(folder.resolve("words/own.yml"), "UNO: [DOS]\nDOS: [UNO]\nMIGRA: [la migra]\n");
    var findings = check().all().stream().map(Object::toString).toList();
    assertTrue(findings.stream().anyMatch(f -> f.startsWith("config/triage/rules/90-own.yml:2: The rule id 'sui-wish' stands already in")), findings.toString());
    assertTrue(findings.stream().anyMatch(f -> f.contains("contains itself")), findings.toString());
    assertTrue(findings.stream().anyMatch(f -> f.contains("The class 'MIGRA' exists already")), findings.toString());
  }

  @Test
  void refusesAnExampleOfNoCategory() throws IOException {
    var folder = copy();
    Files.writeString(folder.resolve("examples.csv"), "text,lang,category,severity\nhola,es,OTHE,4\nhola,es,OTH,7\n");
    var findings = check().all().stream().map(Object::toString).toList();
    assertEquals(2, findings.size(), findings.toString());
    assertTrue(findings.stream().anyMatch(f -> f.startsWith("config/triage/examples.csv:2: The category 'OTHE' does not exist. Did you mean 'OTH'?")));
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
