package org.enlacehub.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;
import org.enlacehub.triage.PatternParser.Unreadable;
import org.enlacehub.triage.Sequence.Gap;

/** Reads {@code config/triage/words/*.yml}: word classes, which may name one another but not in a circle. */
final class WordFiles {
  private final PatternParser parser;
  private final Findings findings;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();

  WordFiles(PatternParser parser, Findings findings) {
    this.parser = parser;
    this.findings = findings;
  }

  /** Defines all classes in the parser, the light one first because phrases depend on it. */
  void read(ConfigFolders folders, Path folder, String light) {
    for (var file : yamlFiles(folder, folders, findings)) {
      YamlFile.read(file, folders.display(file), findings).ifPresent(map -> {
        for (var name : map.keys()) {
          if (!name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
            map.report(name, "The class name '" + name + "' is not in upper case.", "Write it in upper case.");
          }
          if (sources.putIfAbsent(name, new Source(map, name)) != null) {
            map.report(name, "The class '" + name + "' exists already in " + sources.get(name).map.file() + ".",
                "Join them or rename one.");
          }
        }
      });
    }
    if (sources.containsKey(light)) {
      define(light);
    }
    sources.keySet().forEach(this::define);
  }

  static List<Path> yamlFiles(Path folder, ConfigFolders folders, Findings findings) {
    if (!Files.isDirectory(folder)) {
      findings.add(folders.display(folder), 0, "The folder is missing.", "Create it or correct the folder.");
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".yml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void define(String name) {
    var source = sources.get(name);
    if (parser.number(name) >= 0 || source == null) {
      return;
    }
    if (!open.add(name)) {
      source.map.report(name, "The class '" + name + "' contains itself.", "Take the class out of one of the entries.");
      return;
    }
    var entries = new ArrayList<Sequence>();
    for (var line : source.map.located(name)) {
      for (var entry : line.text().split(",")) {
        if (entry.isBlank()) {
          continue;
        }
        for (var word : entry.strip().split("[\\s|]+")) {
          if (sources.containsKey(word)) {
            define(word);
          }
        }
        try {
          entries.add(parser.sequence(entry, Gap.LIGHT));
        } catch (Unreadable e) {
          findings.add(source.map.file(), line.line(), e.getMessage(), e.remedy());
        }
      }
    }
    if (parser.number(name) < 0) {
      parser.define(name, entries);
    }
    open.remove(name);
  }

  private record Source(YamlMap map, String name) {}
}
