package org.enlacehub.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.campaign.TemplateChecks.Codes;
import org.enlacehub.consulate.Consulate;
import org.enlacehub.consulate.ConsulateFiles;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.contact.ContactFiles;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.InvalidConfiguration;
import org.enlacehub.template.TemplateFiles;
import org.enlacehub.template.Templates;
import org.enlacehub.territory.Territory;
import org.enlacehub.triage.Triage;

/** The files of {@code campaigns/}: a file a campaign, named as its id. */
public final class CampaignFiles implements ConfigPart {
  private static final String ENDING = ".yml";

  /** A campaign of the folder, with its text as it was written. */
  public record CampaignFile(CampaignDefinition definition, String source) {}

  /** @throws InvalidConfiguration with everything that is wrong */
  static List<CampaignFile> load(ConfigFolders folders, Templates templates, ContactFields fields, Codes codes) {
    var findings = new Findings();
    var files = read(folders, new CampaignReader(new TemplateChecks(templates, fields, codes)), findings);
    findings.throwIfAny();
    return files;
  }

  static Codes codes(Triage triage, Consulates consulates) {
    return new Codes(triage.topics(), consulates.all().stream().map(Consulate::code).toList());
  }

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    TemplateChecks checks;
    try {
      checks = new TemplateChecks(TemplateFiles.load(folders), ContactFiles.load(folders), codes(Triage.load(folders),
          ConsulateFiles.load(folders, Territory.load())));
    } catch (InvalidConfiguration e) {
      // Their own parts tell what is wrong with them; campaigns cannot be judged before.
      return;
    }
    read(folders, new CampaignReader(checks), findings);
  }

  private static List<CampaignFile> read(ConfigFolders folders, CampaignReader reader, Findings findings) {
    var all = new ArrayList<CampaignFile>();
    Map<String, String> seen = new HashMap<>();
    for (var file : files(folders, findings)) {
      var display = folders.display(file);
      try {
        var source = Files.readString(file);
        reader.read(source, display, findings).ifPresent(definition -> {
          var other = seen.put(definition.id(), display);
          if (other != null) {
            findings.add(display, 1, "The id '" + definition.id() + "' is that of " + other + " already.", "Give each campaign its own id.");
          } else if (!file.getFileName().toString().equals(definition.id() + ENDING)) {
            findings.add(display, 1, "The file is not named as its id '" + definition.id() + "'.", "Name it " + definition.id() + ENDING + ".");
          } else {
            all.add(new CampaignFile(definition, source));
          }
        });
      } catch (IOException e) {
        findings.add(display, 0, "The file cannot be read, or is not UTF-8.", "Save it as UTF-8 and check its permissions.");
      }
    }
    return List.copyOf(all);
  }

  private static List<Path> files(ConfigFolders folders, Findings findings) {
    if (!Files.isDirectory(folders.campaigns())) {
      return List.of();
    }
    try (var files = Files.list(folders.campaigns())) {
      return files.filter(f -> f.getFileName().toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      findings.add(folders.campaigns().toString(), 0, "The folder cannot be read.", "Check its permissions.");
      return List.of();
    }
  }
}
