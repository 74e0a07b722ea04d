package org.enlacehub.inquiry.assignment;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.inquiry.assignment.AssignmentRules.Rule;
import org.enlacehub.inquiry.assignment.AssignmentRules.Way;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code config/inquiry/assignment.yml}; without it officers take for themselves everywhere. */
public final class AssignmentFiles implements ConfigPart {
  private static final int USUAL_MINUTES = 15;
  private static final int MOST_MINUTES = 240;

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    rules(folders, findings);
  }

  static AssignmentRules rules(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("inquiry").resolve("assignment.yml");
    var byDesk = new HashMap<String, Rule>();
    var top = Files.exists(file) ? YamlFile.read(file, folders.display(file), findings) : Optional.<YamlMap>empty();
    top.ifPresent(map -> {
      map.allowOnly("presentMinutes", "desks");
      map.map("desks").ifPresent(desks -> desks.keys().forEach(code -> desks.map(code).ifPresent(one -> byDesk.put(code, rule(one)))));
    });
    long minutes = top.flatMap(map -> map.number("presentMinutes", 1, MOST_MINUTES)).orElse((long) USUAL_MINUTES);
    return new AssignmentRules(Duration.ofMinutes(minutes), Map.copyOf(byDesk));
  }

  private static Rule rule(YamlMap one) {
    one.allowOnly("by", "languages");
    var languages = new HashMap<String, List<String>>();
    one.map("languages").ifPresent(all -> all.keys().forEach(account -> languages.put(account.toLowerCase(Locale.ROOT), all.texts(account))));
    if (!one.has("by")) {
      one.report("by", "It is not said how the next officer is chosen.", "Add 'by: load' or 'by: turn'.");
    }
    return new Rule(one.oneOf("by", "load", "turn").map(way -> Way.valueOf(way.toUpperCase(Locale.ROOT))).orElse(Way.LOAD), Map.copyOf(languages));
  }
}
