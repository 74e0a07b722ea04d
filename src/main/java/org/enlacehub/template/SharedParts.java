package org.enlacehub.template;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;

/**
 * What all templates have in common, from the folder {@code _shared}: language rules, variables that anyone may use, and the
 * frame of mails in each language. Each file may be absent.
 *
 * @param files path inside the folder → content, for the version of a template
 */
record SharedParts(LanguageRules languages, Map<String, Variable> variables, Map<String, String> frames,
    Map<String, String> files) {
  static final String FOLDER = "_shared";
  private static final Pattern FRAME = Pattern.compile("([a-z]{2,3})\\.frame\\.html");

  static SharedParts read(Map<String, String> files, String display, Findings findings) {
    var languages = LanguageRules.USUAL;
    Map<String, Variable> variables = new LinkedHashMap<>();
    var frames = new HashMap<String, String>();
    for (var entry : files.entrySet()) {
      var file = display + "/" + entry.getKey();
      var frame = FRAME.matcher(entry.getKey());
      if (entry.getKey().equals("languages.yml")) {
        languages = YamlFile.parse(entry.getValue(), file, 1, findings).map(LanguageRules::read).orElse(languages);
      } else if (entry.getKey().equals("variables.yml")) {
        variables = YamlFile.parse(entry.getValue(), file, 1, findings).map(yaml -> VariableReader.read(yaml, true))
            .orElse(variables);
      } else if (frame.matches()) {
        if (!entry.getValue().contains(MailBody.CONTENT)) {
          findings.add(file, 1, "The frame has no place for the text.", "Write " + MailBody.CONTENT + " where it goes.");
        }
        TagScan.read(entry.getValue(), file, 1, findings);
        frames.put(frame.group(1), entry.getValue());
      } else {
        findings.add(file, 0, "The file has no meaning here.",
            "Keep only variables.yml, languages.yml and es.frame.html and its like.");
      }
    }
    return new SharedParts(languages, variables, Map.copyOf(frames), Map.copyOf(files));
  }
}
