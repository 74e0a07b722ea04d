package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** The number of the class that a key names, -1 and a finding when there is none. */
  int wordClass(YamlMap map, String key) {
    var name = map.requiredText(key);
    return name.isEmpty() ? -1 : wordClass(new YamlMap.Located(name, map.line(key)), map.file()).orElse(-1);
  }

  /** The number of a class that a line names; a finding when there is none. */
  Optional<Integer> wordClass(YamlMap.Located name, String file) {
    int number = parser.number(name.text());
    if (number >= 0) {
      return Optional.of(number);
    }
    findings.add(file, name.line(), "The word class '" + name.text() + "' does not exist.",
        Spelling.nearest(name.text(), parser.names()).map(n -> "Did you mean '" + n + "'?")
            .orElse("Define it in config/triage/words."));
    return Optional.empty();
  }
}
