package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.List;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.platform.config.YamlMap;
import org.enlacehub.triage.PatternParser.Unreadable;

/** Reads patterns and class names out of files, and reports those that cannot be read. */
final class Patterns {
  private final PatternParser parser;
  private final Findings findings;

  Patterns(PatternParser parser, Findings findings) {
    this.parser = parser;
    this.findings = findings;
  }

  /** The patterns of a list; unreadable ones are reported and left out. */
  List<Pattern> list(YamlMap map, String key) {
    var patterns = new ArrayList<Pattern>();
    for (var line : map.located(key)) {
      try {
        patterns.add(parser.pattern(line.text()));
      } catch (Unreadable e) {
        findings.add(map.file(), line.line(), e.getMessage(), e.remedy());
      }
    }
    return List.copyOf(patterns);
  }

  /** The number of the class that a key names; reported when there is none. */
  int wordClass(YamlMap map, String key) {
    var name = map.requiredText(key);
    int number = parser.number(name);
    if (number < 0 && !name.isEmpty()) {
      map.report(key, "The word class '" + name + "' does not exist.", Spelling.nearest(name, parser.names())
          .map(n -> "Did you mean '" + n + "'?").orElse("Define it in config/triage/words."));
    }
    return number;
  }
}
