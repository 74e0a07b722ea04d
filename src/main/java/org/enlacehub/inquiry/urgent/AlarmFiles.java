package org.enlacehub.inquiry.urgent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.inquiry.urgent.AlarmRules.Step;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code config/inquiry/alarms.yml}. */
public final class AlarmFiles implements ConfigPart {
  private static final List<String> URGENT = List.of("1", "2");
  private static final String[] CALLED = {"duty", "backup", "head", "ministry", "director"};

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    rules(folders, findings);
  }

  static AlarmRules rules(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("inquiry").resolve("alarms.yml");
    var steps = new HashMap<Integer, List<Step>>();
    var repeat = new HashMap<Integer, Duration>();
    var top = YamlFile.read(file, folders.display(file), findings);
    top.ifPresent(map -> {
      map.allowOnly("steps", "repeat", "silence", "uncovered");
      var all = map.map("steps");
      all.ifPresent(m -> m.allowOnly("1", "2"));
      var pauses = map.map("repeat");
      pauses.ifPresent(m -> m.allowOnly("1", "2"));
      for (var severity : URGENT) {
        steps.put(Integer.valueOf(severity), steps(map, severity, all));
        repeat.put(Integer.valueOf(severity), pauses.map(m -> length(m, severity)).orElseGet(() -> {
          map.report("repeat", "There is no pause for severity " + severity + ".", "Add '" + severity + ": 5m'.");
          return Duration.ZERO;
        }));
      }
    });
    return new AlarmRules(steps, repeat, top.map(m -> length(m, "silence")).orElse(Duration.ZERO),
        top.map(m -> length(m, "uncovered")).orElse(Duration.ZERO));
  }

  private static List<Step> steps(YamlMap top, String severity, Optional<YamlMap> all) {
    var steps = new ArrayList<Step>();
    for (var one : all.map(m -> m.maps(severity)).orElse(List.of())) {
      one.allowOnly("after", "call");
      var after = one.requiredText("after").equals("0m") ? Duration.ZERO : length(one, "after");
      if (!steps.isEmpty() && after.compareTo(steps.getLast().after()) < 0) {
        one.report("after", "This step comes before the one above it.", "Put the steps in the order of time.");
      }
      one.oneOf("call", CALLED).ifPresent(name -> steps.add(new Step(after, Called.valueOf(name.toUpperCase(Locale.ROOT)))));
    }
    if (steps.isEmpty() || !steps.getFirst().after().isZero()) {
      top.report("steps", "Severity " + severity + " has no step at the beginning.", "Begin with '- {after: 0m, call: duty}'.");
    }
    return List.copyOf(steps);
  }

  private static Duration length(YamlMap map, String key) {
    var text = map.requiredText(key);
    if (text.matches("[1-9]\\d{0,3}[mh]")) {
      return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }
    if (!text.isEmpty()) {
      map.report(key, "'" + text + "' is not a length of time.", "Write minutes or hours, for example 5m or 2h.");
    }
    return Duration.ZERO;
  }
}
