package org.enlacehub.inquiry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.inquiry.Deadlines.Deadline;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code config/inquiry}: by when people are answered, the answers that are ready, and the words of safety. */
public final class InquiryFiles implements ConfigPart {
  private static final int SEVERITIES = 4;
  private static final int MAX_DAYS = 365;
  private static final int MAX_AUTOMATIC = 100;

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    deadlines(folders, findings);
    replies(folders, findings);
    SafetyFiles.read(folders, findings);
    MacroFiles.read(folders, findings);
  }

  static ReadyReplies replies(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("inquiry").resolve("replies.yml");
    var all = new ArrayList<ReadyReply>();
    YamlFile.read(file, folders.display(file), findings).ifPresent(top -> {
      top.allowOnly("replies");
      for (var one : top.maps("replies")) {
        one.allowOnly("code", "title", "text");
        var reply = new ReadyReply(one.requiredText("code"), texts(one, "title"), texts(one, "text"));
        if (all.stream().anyMatch(other -> other.code().equals(reply.code()))) {
          one.report("code", "There are two answers '" + reply.code() + "'.", "Give each its own code.");
        }
        reply.text().values().forEach(text -> ReadyReplies.VARIABLE.matcher(text).results().map(m -> m.group(1))
            .filter(name -> !ReadyReplies.VARIABLES.contains(name)).forEach(name -> one.report("text", "'{{" + name + "}}' is not a variable.",
                Spelling.nearest(name, ReadyReplies.VARIABLES).map(n -> "Did you mean {{" + n + "}}?")
                    .orElse("Use one of: " + String.join(", ", ReadyReplies.VARIABLES.stream().sorted().toList()) + "."))));
        all.add(reply);
      }
    });
    return new ReadyReplies(all);
  }

  private static Map<String, String> texts(YamlMap one, String key) {
    var texts = new HashMap<String, String>();
    one.map(key).ifPresentOrElse(map -> map.keys().forEach(language -> texts.put(language, map.requiredText(language))),
        () -> one.report(key, "The key '" + key + "' is missing.", "Add it with a line for each language."));
    if (!texts.isEmpty() && !texts.containsKey("es")) {
      one.report(key, "There is no Spanish under '" + key + "'.", "Add 'es:'; it stands in for every other language.");
    }
    return texts;
  }

  static Deadlines deadlines(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("inquiry").resolve("deadlines.yml");
    var yaml = YamlFile.read(file, folders.display(file), findings);
    var bySeverity = new HashMap<Integer, Deadline>();
    yaml.ifPresent(top -> {
      top.allowOnly("deadlines", "reopenDays", "reopenDaysUrgent", "automaticPerDay");
      var all = top.map("deadlines");
      all.ifPresent(map -> map.allowOnly("1", "2", "3", "4"));
      for (int severity = 1; severity <= SEVERITIES; severity++) {
        var key = Integer.toString(severity);
        var one = all.flatMap(map -> map.map(key));
        if (one.isEmpty()) {
          top.report("deadlines", "There is no deadline for severity " + key + ".", "Add '" + key + ": {answer: 2h, clock: always}'.");
        } else {
          bySeverity.put(severity, deadline(one.get()));
        }
      }
    });
    return new Deadlines(bySeverity, number(yaml, "reopenDays", MAX_DAYS), number(yaml, "reopenDaysUrgent", MAX_DAYS),
        number(yaml, "automaticPerDay", MAX_AUTOMATIC));
  }

  private static Deadline deadline(YamlMap map) {
    map.allowOnly("answer", "clock");
    var answer = map.requiredText("answer");
    var length = answer.matches("\\d{1,4}[mh]")
        ? Duration.parse("PT" + answer.toUpperCase(Locale.ROOT)) : Duration.ZERO;
    if (length.isZero() && !answer.isEmpty()) {
      map.report("answer", "'" + answer + "' is not a length of time.", "Write minutes or hours, for example 15m or 2h.");
    }
    return new Deadline(length, map.oneOf("clock", "always", "office").orElse("always").equals("office"));
  }

  private static int number(Optional<YamlMap> yaml, String key, int max) {
    yaml.filter(map -> !map.has(key)).ifPresent(map -> map.report(key, "The key '" + key + "' is missing.", "Add it."));
    return yaml.flatMap(map -> map.number(key, 0, max)).orElse(0L).intValue();
  }
}
