package org.enlacehub.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;

/** Reads and checks the folder {@code templates/} and the telephone numbers that texts name. */
public final class TemplateFiles implements ConfigPart {

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    read(folders, findings);
    TelephoneBook.read(folders, findings);
  }

  /** All templates; {@link org.enlacehub.platform.config.InvalidConfiguration} with every finding when anything is wrong. */
  public static Templates load(ConfigFolders folders) {
    var findings = new Findings();
    var templates = read(folders, findings);
    findings.throwIfAny();
    return templates;
  }

  private static Templates read(ConfigFolders folders, Findings findings) {
    var all = new TemplateFolder(folders, findings).read();
    var root = folders.display(folders.templates()).replaceAll("/$", "");
    var shared = SharedParts.read(all.getOrDefault(SharedParts.FOLDER, Map.of()), root + "/" + SharedParts.FOLDER, findings);
    List<Template> templates = all.entrySet().stream().filter(e -> !e.getKey().startsWith("_"))
        .map(e -> TemplateReader.read(e.getKey(), root + "/" + e.getKey(), e.getValue(), shared, findings))
        .flatMap(Optional::stream).toList();
    return new Templates(templates);
  }
}
