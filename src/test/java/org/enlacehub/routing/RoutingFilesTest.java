package org.enlacehub.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.platform.config.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingFilesTest {
  @TempDir Path folder;

  @Test
  void whatIsShippedIsRight() {
    assertEquals("[]", findings(ShippedRouting.FOLDERS).all().toString());
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
      rules.yml      | 'weight: 0.95'            | 'weight: 9'                | must be a number
      rules.yml      | 'ask: 0.6'                | 'aks: 0.6'                 | Did you mean 'ask'
      rules.yml      | '  pin:  '                | '  pinn: '                 | Did you mean 'pin'
      frames.csv     | ',present'                | ',presnt'                  | Did you mean present
      spellings.csv  | 'US,US-TX,Houston'        | 'US,US-TXX,Houston'        | is not an area of US
      spellings.csv  | 'spelling,country'        | 'speling,country'          | The column 'spelling' is missing
      facilities.csv | 'US,US-GA,Lumpkin'        | 'UX,US-GA,Lumpkin'         | is not a country
      words.csv      | ',common,'                | ',comon,'                  | is not a kind of word
      """)
  void namesWhatIsWrong(String file, String right, String wrong, String message) throws Exception {
    copyShipped();
    var path = folder.resolve("config/routing").resolve(file);
    Files.writeString(path, Files.readString(path).replaceFirst(java.util.regex.Pattern.quote(right), wrong));
    var all = findings(ConfigFolders.under(folder)).all().stream().map(Finding::toString).toList();
    assertTrue(all.stream().anyMatch(f -> f.contains("config/routing/" + file) && f.contains(message)), all::toString);
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Files.createDirectories(folder.resolve("config/routing"));
    var all = findings(ConfigFolders.under(folder)).all().toString();
    assertTrue(all.contains("rules.yml") && all.contains("frames.csv") && all.contains("words.csv"), all);
  }

  private void copyShipped() throws Exception {
    Files.createDirectories(folder.resolve("config/routing"));
    try (var files = Files.list(Path.of("config/routing"))) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve("config/routing").resolve(file.getFileName()));
      }
    }
  }

  private static Findings findings(ConfigFolders folders) {
    var findings = new Findings();
    new RoutingFiles().check(folders, findings);
    return findings;
  }
}
