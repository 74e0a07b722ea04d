package org.enlacehub.inquiry;

import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import org.enlacehub.inquiry.Deadlines.Deadline;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code config/inquiry}: by when people are answered. */
public final class InquiryFiles implements ConfigPart {
  private static final int SEVERITIES = 4;
  private static final int MAX_DAYS = 365;
  private static final int MAX_AUTOMATIC = 100;

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    deadlines(folders, findings);
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
        ? Duration.parse("PT" + answer.toUpperCase(java.util.Locale.ROOT)) : Duration.ZERO;
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
