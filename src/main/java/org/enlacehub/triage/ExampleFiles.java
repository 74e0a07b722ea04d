package org.enlacehub.triage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.platform.config.YamlMap;
import org.enlacehub.triage.Likeness.Label;
import org.enlacehub.triage.TriageRules.Category;

/** Reads {@code examples.csv} and {@code examples.yml}: labelled messages, and how much they count. */
final class ExampleFiles {
  private final Patterns patterns;
  private final Map<String, Category> categories;
  private final Findings findings;

  ExampleFiles(Patterns patterns, Map<String, Category> categories, Findings findings) {
    this.patterns = patterns;
    this.categories = categories;
    this.findings = findings;
  }

  /** The examples; an unknown category or severity is a finding. */
  List<LabelledMessage> read(Path file, ConfigFolders folders) {
    var messages = LabelledMessage.read(file, folders.display(file), findings);
    for (var message : messages) {
      if (!categories.containsKey(message.category())) {
        findings.add(folders.display(file), message.line(), "The category '" + message.category() + "' does not exist.",
            Spelling.nearest(message.category(), categories.keySet()).map(n -> "Did you mean '" + n + "'?")
                .orElse("Known: " + String.join(", ", categories.keySet()) + "."));
      }
    }
    return messages;
  }

  Set<Integer> commonplace(YamlMap map) {
    map.allowOnly("alarm", "raise", "critical", "weak", "rule", "further", "commonplace");
    var numbers = new HashSet<Integer>();
    for (var name : map.located("commonplace")) {
      patterns.wordClass(name, map.file()).ifPresent(numbers::add);
    }
    return Set.copyOf(numbers);
  }

  static Weighing weighing(YamlMap map) {
    return new Weighing(share(map, "alarm"), share(map, "raise"), share(map, "critical"), share(map, "weak"),
        factor(map, "rule"), factor(map, "further"));
  }

  static Likeness learn(List<LabelledMessage> examples, Writing writing, Lexicon lexicon, Set<Integer> commonplace) {
    var features = new ArrayList<Set<String>>();
    var answers = new ArrayList<Label>();
    for (var example : examples) {
      features.add(Features.of(new Reading(writing.tokens(example.text()), lexicon), lexicon, commonplace).keySet());
      answers.add(new Label(example.category(), example.severity()));
    }
    return new Likeness(features, answers);
  }

  /** How often each language's examples use each word. */
  static Map<String, Map<String, Integer>> words(List<LabelledMessage> examples, Writing writing) {
    var counts = new HashMap<String, Map<String, Integer>>();
    for (var example : examples) {
      var ofLanguage = counts.computeIfAbsent(example.language(), _ -> new HashMap<>());
      writing.tokens(example.text()).stream().filter(t -> t.number() < 0).forEach(t -> ofLanguage.merge(t.plain(), 1, Integer::sum));
    }
    return counts;
  }

  private static double factor(YamlMap map, String key) {
    map.requiredText(key);
    return map.decimal(key, 1, 1000).orElse(1.0);
  }

  private static double share(YamlMap map, String key) {
    map.requiredText(key);
    return map.decimal(key, 0, 1).orElse(1.0);
  }
}
