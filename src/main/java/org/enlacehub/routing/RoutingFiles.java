package org.enlacehub.routing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.InvalidConfiguration;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;
import org.enlacehub.routing.RoutingRules.Sentence;
import org.enlacehub.routing.RoutingRules.Weighted;
import org.enlacehub.territory.Territory;

/**
 * {@code config/routing/}: {@code rules.yml}, {@code frames.csv}, {@code spellings.csv}, {@code facilities.csv},
 * {@code words.csv}.
 */
public final class RoutingFiles implements ConfigPart {
  private static final double DEFAULT_ASK = 0.6;
  private static final double DEFAULT_CERTAIN = 0.75;

  /** The rules; throws {@link InvalidConfiguration} with everything that is wrong, so that nothing half-loads. */
  static RoutingRules load(ConfigFolders folders, Territory territory) {
    var findings = new Findings();
    var rules = read(folders, territory, findings);
    findings.throwIfAny();
    return rules;
  }

  @Override public void check(ConfigFolders folders, Findings findings) {
    read(folders, Territory.load(), findings);
  }

  private static RoutingRules read(ConfigFolders folders, Territory territory, Findings findings) {
    var file = folders.config().resolve("routing").resolve("rules.yml");
    var map = YamlFile.read(file, folders.display(file), findings);
    var weights = new EnumMap<Rule, Weighted>(Rule.class);
    var questions = new HashMap<String, Sentence>();
    map.ifPresent(m -> {
      m.allowOnly("ask", "certain", "rules", "questions");
      weights.putAll(weights(m));
      questions.putAll(questions(m));
    });
    var tables = new RoutingTables(folders, territory, findings);
    return new RoutingRules(map.flatMap(m -> m.decimal("ask", 0, 1)).orElse(DEFAULT_ASK),
        map.flatMap(m -> m.decimal("certain", 0, 1)).orElse(DEFAULT_CERTAIN), Map.copyOf(weights), Map.copyOf(questions),
        new LinkedHashMap<>(tables.frames()), List.copyOf(tables.spellings()), List.copyOf(tables.facilities()),
        tables.words());
  }

  private static Map<Rule, Weighted> weights(YamlMap file) {
    var result = new EnumMap<Rule, Weighted>(Rule.class);
    var rules = file.map("rules");
    rules.ifPresent(r -> r.allowOnly(Stream.of(Rule.values()).map(Rule::key).toArray(String[]::new)));
    for (var rule : Rule.values()) {
      var entry = rules.filter(r -> r.has(rule.key())).flatMap(r -> r.map(rule.key()));
      if (entry.isEmpty()) {
        file.report("rules", "The rule '" + rule.key() + "' is missing.", "Add it with weight, es and en.");
      }
      entry.ifPresent(e -> {
        e.allowOnly("weight", "es", "en");
        result.put(rule, new Weighted(e.decimal("weight", 0, 1).orElse(0.0),
            new Sentence(e.requiredText("es"), e.requiredText("en"))));
      });
    }
    return result;
  }

  private static Map<String, Sentence> questions(YamlMap file) {
    var result = new HashMap<String, Sentence>();
    var questions = file.map("questions");
    questions.ifPresent(q -> q.allowOnly(Questions.KEYS));
    for (var key : Questions.KEYS) {
      var entry = questions.filter(q -> q.has(key)).flatMap(q -> q.map(key));
      if (entry.isEmpty()) {
        file.report("questions", "The question '" + key + "' is missing.", "Add it in es and en.");
      }
      entry.ifPresent(e -> {
        e.allowOnly("es", "en");
        result.put(key, new Sentence(e.requiredText("es"), e.requiredText("en")));
      });
    }
    return result;
  }
}
