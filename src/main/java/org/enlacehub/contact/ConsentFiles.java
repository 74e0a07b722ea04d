package org.enlacehub.contact;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** {@code config/consent.yml}: which grants wait for the person's own word. Without the file none does. */
public final class ConsentFiles implements ConfigPart {
  private static final String FILE = "consent.yml";
  private static final int MOST_DAYS = 365;

  static ConfirmationRules load(ConfigFolders folders) {
    var findings = new Findings();
    var rules = read(folders, findings);
    findings.throwIfAny();
    return rules;
  }

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    read(folders, findings);
  }

  private static ConfirmationRules read(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve(FILE);
    if (!Files.exists(file)) return new ConfirmationRules(List.of(), ConfirmationRules.USUAL);
    return YamlFile.read(file, folders.display(file), findings).map(top -> {
      top.allowOnly("confirm", "valid_days");
      var rules = new ArrayList<ConfirmationRules.Rule>();
      for (var rule : top.maps("confirm")) {
        rule.allowOnly("purposes", "channels", "from");
        rules.add(new ConfirmationRules.Rule(chosen(rule, "purposes", Purpose.values()), chosen(rule, "channels", Channel.values()),
            chosen(rule, "from", ConfirmationRules.Way.values())));
      }
      return new ConfirmationRules(rules, top.number("valid_days", 1, MOST_DAYS).map(Duration::ofDays).orElse(ConfirmationRules.USUAL));
    }).orElse(new ConfirmationRules(List.of(), ConfirmationRules.USUAL));
  }

  private static <E extends Enum<E>> Set<E> chosen(YamlMap rule, String key, E[] all) {
    var known = Arrays.stream(all).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    var chosen = new LinkedHashSet<E>();
    for (var word : rule.texts(key)) {
      if (known.contains(word)) chosen.add(all[known.indexOf(word)]);
      else rule.report(key, "'" + word + "' is none of the words that '" + key + "' takes.", "Write " + String.join(", ", known) + ".");
    }
    if (!rule.has(key)) rule.report(key, "The key '" + key + "' is missing.", "Write a list of " + String.join(", ", known) + ".");
    return chosen;
  }
}
