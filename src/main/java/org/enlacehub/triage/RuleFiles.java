package org.enlacehub.triage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;
import org.enlacehub.triage.TriageRules.Category;
import org.enlacehub.triage.TriageRules.Topic;

/** Reads {@code config/triage/rules/*.yml}. */
final class RuleFiles {
  private final Patterns patterns;
  private final Map<String, Category> categories;
  private final List<String> topics;
  private final List<String> contexts;
  private final Map<String, String> places = new HashMap<>();

  RuleFiles(Patterns patterns, Map<String, Category> categories, List<Topic> topics, List<Context> contexts) {
    this.patterns = patterns;
    this.categories = categories;
    this.topics = topics.stream().map(Topic::code).toList();
    this.contexts = contexts.stream().map(Context::name).toList();
  }

  List<Rule> read(ConfigFolders folders, Path folder, Findings findings) {
    var rules = new ArrayList<Rule>();
    for (var file : WordFiles.yamlFiles(folder, folders, findings)) {
      YamlFile.read(file, folders.display(file), findings).ifPresent(map -> {
        map.allowOnly("rules");
        map.maps("rules").forEach(m -> rules.add(rule(m)));
      });
    }
    return List.copyOf(rules);
  }

  private Rule rule(YamlMap map) {
    map.allowOnly("id", "category", "severity", "topic", "when", "unless", "raise", "despite", "beats", "whole", "alone");
    var id = map.requiredText("id");
    var earlier = places.putIfAbsent(id, map.file() + ":" + map.line("id"));
    if (earlier != null) {
      map.report("id", "The rule id '" + id + "' stands already in " + earlier + ".", "Rename one.");
    }
    var category = map.requiredText("category");
    check(map, "category", List.of(category), "category", categories.keySet());
    int severity = map.number("severity", 1, 4)
        .orElseGet(() -> (long) (categories.containsKey(category) ? categories.get(category).severity() : 4)).intValue();
    map.text("topic").ifPresent(t -> check(map, "topic", List.of(t), "topic", topics));
    var when = patterns.list(map, "when");
    if (map.texts("when").isEmpty()) {
      map.report("when", "The rule has no pattern.", "Give it at least one under 'when'.");
    }
    return new Rule(id, category, severity, map.text("topic").orElse(""), when, patterns.list(map, "unless"),
        patterns.list(map, "raise"), check(map, "despite", map.texts("despite"), "context", contexts),
        check(map, "beats", map.texts("beats"), "category", categories.keySet()), map.flag("whole").orElse(false),
        map.flag("alone").orElse(false));
  }

  private static Set<String> check(YamlMap map, String key, List<String> values, String what, Collection<String> known) {
    for (var value : values) {
      if (!known.contains(value) && !value.isEmpty()) {
        map.report(key, "The " + what + " '" + value + "' does not exist.", Spelling.nearest(value, known)
            .map(n -> "Did you mean '" + n + "'?").orElse("Known: " + String.join(", ", known) + "."));
      }
    }
    return new LinkedHashSet<>(values);
  }
}
