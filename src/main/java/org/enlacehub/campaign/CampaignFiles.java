package org.enlacehub.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.audience.AudienceSyntax;
import org.enlacehub.audience.QueryError;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.InvalidConfiguration;
import org.enlacehub.platform.config.YamlMap;
import org.enlacehub.template.TemplateFiles;
import org.enlacehub.template.Templates;

/** The files of {@code campaigns/}: a file a campaign, named as its id. */
public final class CampaignFiles implements ConfigPart {
  private static final String ENDING = ".yml";

  /** A campaign of the folder, with its text as it was written. */
  public record CampaignFile(CampaignDefinition definition, String source) {}

  /** @throws InvalidConfiguration with everything that is wrong */
  static List<CampaignFile> load(ConfigFolders folders, Templates templates) {
    var findings = new Findings();
    var files = read(folders, new CampaignReader(new TextChecks(templates)), findings);
    findings.throwIfAny();
    return files;
  }

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    Templates templates;
    try {
      templates = TemplateFiles.load(folders);
    } catch (InvalidConfiguration e) {
      // The templates' own part tells what is wrong with them; campaigns cannot be judged before.
      return;
    }
    read(folders, new CampaignReader(new TextChecks(templates)), findings);
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

  /** Checks that need templates and the grammar only. */
  static class TextChecks implements CampaignChecks {
    private final Templates templates;

    TextChecks(Templates templates) {
      this.templates = templates;
    }

    @Override
    public void template(YamlMap map, String name, List<Channel> channels, List<String> languages) {
      var template = templates.find(name);
      if (template.isEmpty()) {
        map.report("template", "There is no template '" + name + "'.",
            templates.nearest(name).map(n -> "Did you mean '" + n + "'?").orElse("Create the folder templates/" + name + "."));
        return;
      }
      for (var channel : channels) {
        languages.stream().filter(l -> !template.get().languages(channel).contains(l)).forEach(l -> map.report("template",
            "The template '" + name + "' has no text for " + channel.code() + " in '" + l + "'.",
            "Write it, or leave the channel out of 'channels'."));
      }
    }

    @Override
    public void audience(YamlMap map, String query) {
      try {
        AudienceSyntax.check(query);
      } catch (QueryError e) {
        report(map, e);
      }
    }

    static void report(YamlMap map, QueryError e) {
      for (var at : e.errors()) {
        map.report("audience", "The audience cannot be read at character " + (at.offset() + 1) + ": " + at.message(),
            at.suggestion() == null ? "Correct it there." : "Did you mean '" + at.suggestion() + "'?");
      }
    }
  }
}
