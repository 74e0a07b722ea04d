package org.enlacehub.consulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.platform.config.YamlFile;

/** {@code config/rosters/CODE.yml}: who is on duty at a mission, a file a mission. */
final class RosterFiles {
  private static final String ENDING = ".yml";

  private RosterFiles() {}

  /**
   * The rosters in force; throws with everything that is wrong, so that nothing half-loads.
   *
   * @param demo those that show how such a file looks are in force too
   */
  static Rosters load(ConfigFolders folders, List<Consulate> consulates, boolean demo) {
    var findings = new Findings();
    var all = read(folders, consulates, findings);
    findings.throwIfAny();
    all.values().removeIf(roster -> roster.demo() && !demo);
    return new Rosters(all);
  }

  static Map<String, Roster> read(ConfigFolders folders, List<Consulate> consulates, Findings findings) {
    var folder = folders.config().resolve("rosters");
    var all = new HashMap<String, Roster>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        read(file, folders.display(file), consulates, findings, all);
      }
    } catch (IOException e) {
      findings.add(folders.display(folder), 0, "The folder cannot be read.", "Check its permissions.");
    }
    return all;
  }

  private static void read(Path file, String display, List<Consulate> consulates, Findings findings, Map<String, Roster> all) {
    var code = file.getFileName().toString().replace(ENDING, "");
    var consulate = consulates.stream().filter(c -> c.code().equals(code)).findFirst();
    if (consulate.isEmpty()) {
      findings.add(display, 0, "No mission has the code '" + code + "'.", Spelling.nearest(code, consulates.stream().map(Consulate::code).toList())
          .map(n -> "Name the file " + n + ENDING + "?").orElse("Name the file after a code of consulates.csv."));
      return;
    }
    YamlFile.read(file, display, findings).ifPresent(map -> all.put(code, new RosterReader(map, consulate.get()).read()));
  }
}
