package org.enlacehub.inquiry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code config/inquiry/macros.yml}; a network without macros needs no file. */
final class MacroFiles {
  private static final int MOST_DAYS = 90;

  private MacroFiles() {}

  static List<Macro> read(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("inquiry").resolve("macros.yml");
    var all = new ArrayList<Macro>();
    if (java.nio.file.Files.exists(file)) {
      YamlFile.read(file, folders.display(file), findings).ifPresent(top -> {
        top.allowOnly("macros");
        top.maps("macros").forEach(one -> {
          var macro = macro(one);
          if (all.stream().anyMatch(other -> other.code().equals(macro.code()))) {
            one.report("code", "There are two macros '" + macro.code() + "'.", "Give each its own code.");
          }
          all.add(macro);
        });
      });
    }
    return List.copyOf(all);
  }

  private static Macro macro(YamlMap one) {
    one.allowOnly("code", "title", "answer", "tag", "assign", "snooze", "transfer", "close");
    var answer = texts(one, "answer");
    answer.values().forEach(text -> ReadyReplies.VARIABLE.matcher(text).results().map(MatchResult::group).forEach(found -> {
      if (!ReadyReplies.VARIABLES.contains(found.replaceAll("[{}\\s]", ""))) {
        one.report("answer", "'" + found + "' is not a variable.", "Use one of: " + String.join(", ", ReadyReplies.VARIABLES.stream().sorted().toList()) + ".");
      }
    }));
    var macro = new Macro(one.requiredText("code"), texts(one, "title"), answer, one.text("tag").orElse(null),
        one.oneOf("assign", "me", "nobody").map("me"::equals).orElse(null), one.number("snooze", 1, MOST_DAYS).map(Long::intValue).orElse(null),
        one.text("transfer").orElse(null), one.oneOf("close", Outcome.CODES.toArray(String[]::new)).orElse(null));
    if (!macro.title().containsKey("es") || !answer.isEmpty() && !answer.containsKey("es")) {
      one.report("title", "There is no Spanish in the title or the answer.", "Add 'es:'; it stands in for every other language.");
    }
    if (macro.close() != null && (macro.snoozeDays() != null || macro.transfer() != null)) {
      one.report("close", "What is ended is neither put off nor transferred.", "Keep one of them.");
    }
    return macro;
  }

  private static Map<String, String> texts(YamlMap one, String key) {
    var texts = new HashMap<String, String>();
    one.map(key).ifPresent(map -> map.keys().forEach(language -> texts.put(language, map.requiredText(language))));
    return Map.copyOf(texts);
  }
}
